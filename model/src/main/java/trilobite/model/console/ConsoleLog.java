// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.job.Subscription;

/// The bytes of a serial console from the first one on, as they lie on disk. Grows while the guest
/// runs; views pull from it. Safe from any thread but the JavaFX thread, because it may read a
/// file.
public interface ConsoleLog {

  /// Bytes so far.
  ///
  /// @throws java.io.UncheckedIOException where they are kept but cannot be read, with a sentence
  ///   that says why
  long length();

  /// Copies bytes from `offset` into `into`; returns how many, 0 at the end.
  ///
  /// @throws java.io.UncheckedIOException as [#length()]; asking again later may succeed
  int read(long offset, byte[] into);

  /// When the byte at `offset` arrived, ms on the run's clock; the grain is one read of the socket.
  OptionalDouble timeAt(long offset);

  /// Offset of the first byte that arrived at or after `t`.
  long offsetAt(double t);

  /// True while more may come.
  boolean live();

  /// Has `arrived` called when bytes have come, and at the end, until it is closed: by the thread
  /// that brought them, so it must be quick. Empty where nobody tells, as of a file that another
  /// process writes: one has to look.
  default Optional<Subscription> whenMore(Runnable arrived) {
    return Optional.empty();
  }
}
