// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Optional;
import java.util.TreeMap;

/// Marks by packet. Few packets have one; where a guest makes them many, the oldest are forgotten.
final class Marks {

  private static final int MOST = 500_000;

  private final TreeMap<Long, PacketMark> all = new TreeMap<>();

  void put(long number, PacketMark mark) {
    all.put(number, mark);
    if (all.size() > MOST) {
      all.pollFirstEntry();
    }
  }

  void remove(long number, PacketMark mark) {
    all.remove(number, mark);
  }

  Optional<PacketMark> of(long number) {
    return Optional.ofNullable(all.get(number));
  }

  /// Number of the first marked packet at or behind `number`, for jumping from one to the next.
  Optional<Long> next(long number) {
    return Optional.ofNullable(all.ceilingKey(number));
  }
}
