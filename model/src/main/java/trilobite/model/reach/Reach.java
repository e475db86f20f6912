// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import trilobite.model.reading.Measured;

/// Asks a guest's interface. Frames of our own go onto the wire between QEMU's network and the
/// guest's card; the guest needs no forward for it, and its clients do not notice.
@FunctionalInterface
public interface Reach {

  /// Sends one probe and waits for its answer, at most a second. Blocks. Unknown where this guest's
  /// wire is out of reach, with the reason.
  Measured<Answer> ask(Probe probe);
}
