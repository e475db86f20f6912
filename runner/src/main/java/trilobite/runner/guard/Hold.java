// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.util.concurrent.CompletableFuture;

/// How a QEMU is held: one that we started ends with us, one that somebody else started is only
/// watched.
public interface Hold {

  /// Completes when QEMU is gone.
  CompletableFuture<QemuExit> exited();

  /// Ends QEMU where it is ours, and waits until it is gone.
  ///
  /// @return false where it is still there
  boolean kill();

  /// True where it is ours to end.
  boolean ours();
}
