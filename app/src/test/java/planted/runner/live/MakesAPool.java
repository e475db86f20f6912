// SPDX-License-Identifier: Apache-2.0
package planted.runner.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Breaks threads.
public final class MakesAPool {

  /// A pool without a name.
  public ExecutorService pool() {
    return Executors.newCachedThreadPool();
  }
}
