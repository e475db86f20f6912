// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.util.concurrent.CompletableFuture;
import trilobite.model.rule.Allowed;

/// Work of the program's start that goes on beside the opening of the workbench.
@Allowed(
    rule = "threads",
    because = "at this moment there is no workbench yet whose jobs could do it")
final class Beside {
  private Beside() {}

  /// What `work` throws is met by whoever joins the future.
  static CompletableFuture<Void> run(Runnable work) {
    return CompletableFuture.runAsync(work);
  }
}
