// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import trilobite.model.guest.Eyes;
import trilobite.model.vitals.Vitals;

/// Watches one run from `cont` on. Answers from its last samples after [#close()], too.
public interface Observer extends AutoCloseable {

  Vitals vitals();

  Eyes eyes();

  /// The guest fell over: where its threads stood is worth a moment more at the end. Called before
  /// [#close()], on a runner thread; returns at once.
  default void fell() {}

  /// Takes the last samples, while QEMU and its RAM still exist, and stops watching. Called once,
  /// on a runner thread, before QEMU is ended; returns within two seconds.
  @Override
  void close();
}
