// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Slice;

/// The Internet checksum (RFC 1071).
final class Checksum {

  private Checksum() {}

  /// Sum of 16-bit words, for others to add to.
  static long sum(Slice bytes) {
    long sum = 0;
    int even = bytes.size() & ~1;
    for (int i = 0; i < even; i += 2) {
      sum += bytes.u16(i);
    }
    return even < bytes.size() ? sum + ((long) bytes.u8(even) << 8) : sum;
  }

  /// What the checksum at `at` should be.
  ///
  /// @param more the sum of what else it covers
  static int expected(Slice bytes, int at, long more) {
    long sum = sum(bytes) - bytes.u16(at) + more;
    while (sum >> 16 != 0) {
      sum = (sum & 0xffff) + (sum >> 16);
    }
    return (int) ~sum & 0xffff;
  }

  /// Adds a checksum and whether it is right.
  ///
  /// @param whole false where not all of what it covers is there
  static void add(LayerBuilder layer, Slice bytes, int at, long more, boolean whole) {
    int said = bytes.u16(at);
    var text = LayerBuilder.hex(said, 2);
    if (!whole) {
      layer.add("Checksum", at, 2, text + " not checked: not all bytes are here");
      return;
    }
    int expected = expected(bytes, at, more);
    boolean zeros = (said == 0 || expected == 0) && (said ^ expected) == 0xffff;
    boolean same = said == expected || zeros;
    layer.add(
        "Checksum",
        at,
        2,
        same ? text + " ok" : text + " wrong, should be " + LayerBuilder.hex(expected, 2));
  }
}
