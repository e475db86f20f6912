// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet;

/// Which way a packet passed the relay. Known from the side on which it came in, never from
/// addresses, which a guest may invent.
public enum Direction {
  TO_GUEST("rx"),
  FROM_GUEST("tx"),
  /// A capture that does not say.
  UNKNOWN("?");

  private final String word;

  Direction(String word) {
    this.word = word;
  }

  /// As the counters name it: `rx` is towards the guest.
  public String word() {
    return word;
  }
}
