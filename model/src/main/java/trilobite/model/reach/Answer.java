// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import java.util.OptionalLong;

/// What came of a probe.
///
/// @param address of the guest that was asked, such as `10.0.2.15`
/// @param rttNanos from our frame's hand-over to QEMU to the answer's arrival; empty without one
/// @param delivered whether QEMU found a free buffer of the guest's for our frame, as far as it
///   tells
public record Answer(Outcome outcome, String address, OptionalLong rttNanos, Delivered delivered) {

  /// How the guest answered.
  public enum Outcome {
    /// As asked: an ARP reply, an echo reply, a SYN-ACK.
    ANSWERED,
    /// With a reset: nobody listens on that port.
    REFUSED,
    /// Not within the patience.
    SILENT
  }

  /// What became of our frame in the virtual card.
  public enum Delivered {
    YES,
    NO,
    UNKNOWN
  }

  public boolean answered() {
    return outcome == Outcome.ANSWERED;
  }
}
