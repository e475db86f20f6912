// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.OptionalLong;

/// The guest's clock, as far as its own time stamps tell: each stamp was written before it was
/// read, so the largest difference to the host's clock is the nearest. It is found anew every few
/// seconds, since a pause moves the two apart.
final class GuestClock {

  private static final long KEPT = 5_000_000_000L;

  private OptionalLong standing = OptionalLong.empty();
  private boolean known;
  private long offset;
  private long since;

  /// A stamp was seen in memory at a host time.
  void see(long stamp, long host) {
    standing = OptionalLong.empty();
    if (!known || stamp - host > offset || host - since > KEPT) {
      known = true;
      offset = stamp - host;
      since = host;
    }
  }

  /// The guest stands still, in a core for ever: so does its clock, no earlier than its last stamp.
  void stand(OptionalLong stamp) {
    known = false;
    standing = stamp;
  }

  /// A time of the guest's that has passed at a host time, and not by much.
  OptionalLong at(long host) {
    return known ? OptionalLong.of(host + offset) : standing;
  }
}
