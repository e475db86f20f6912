// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reach;

import trilobite.model.reach.Answer.Told;

/// How far a probe came before it met the guest's stack, as far as that could be told. What was not
/// looked at, or is not told by this QEMU, is unknown.
///
/// @param accepted the host's forward took the connection
/// @param sent QEMU's user network put the connection's SYN on the guest's wire
/// @param link the guest's card has a link
/// @param driver the guest's driver has set the card up
/// @param delivered QEMU found a free buffer of the guest's for the frame
/// @param taken the guest has put a buffer back into its receive queue since
public record Trail(Told accepted, Told sent, Told link, Told driver, Told delivered, Told taken) {

  /// Nothing is known.
  public static final Trail UNKNOWN =
      new Trail(Told.UNKNOWN, Told.UNKNOWN, Told.UNKNOWN, Told.UNKNOWN, Told.UNKNOWN, Told.UNKNOWN);

  /// Of a frame that was answered, and so was delivered.
  public static final Trail ANSWERED = UNKNOWN.delivered(Told.YES);

  Trail delivered(Told told) {
    return new Trail(accepted, sent, link, driver, told, taken);
  }

  /// The same behind a forward.
  public Trail forwarded(Told accepts, Told sends) {
    return new Trail(accepts, sends, link, driver, delivered, taken);
  }
}
