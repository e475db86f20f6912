// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import java.util.OptionalLong;

/// What came of a probe.
///
/// @param address of the guest that was asked, such as `10.0.2.15`
/// @param rttNanos from our frame's hand-over to QEMU to the answer's arrival; empty without one
/// @param trail how far the probe came on its way to the guest's stack
public record Answer(Outcome outcome, String address, OptionalLong rttNanos, Trail trail) {

  /// How the guest answered.
  public enum Outcome {
    /// As asked: an ARP reply, an echo reply, a SYN-ACK.
    ANSWERED,
    /// With a reset: nobody listens on that port.
    REFUSED,
    /// Not within the patience.
    SILENT
  }

  /// Whether something is so, as far as anybody tells.
  public enum Told {
    YES,
    NO,
    UNKNOWN
  }

  /// Whether QEMU found a free buffer of the guest's for our frame.
  public Told delivered() {
    return trail.delivered();
  }

  public boolean answered() {
    return outcome == Outcome.ANSWERED;
  }
}
