// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.Slice;

/// A name in a DNS message (RFC 1035, section 4.1.4). Pointers may form a circle, so both they and
/// the length are bounded.
///
/// @param end behind its last byte where it stands
record DnsName(String text, int end) {

  private static final int MOST_JUMPS = 32;
  private static final int LONGEST = 255;
  private static final int POINTER = 0xc0;

  static DnsName read(Slice bytes, int from) {
    var text = new StringBuilder();
    int at = from;
    int end = -1;
    int jumps = 0;
    for (int size = bytes.u8(at); size != 0; size = bytes.u8(at)) {
      if (size >= POINTER) {
        end = end < 0 ? at + 2 : end;
        if (jumps++ == MOST_JUMPS) {
          return new DnsName(text + " (a circle)", end);
        }
        at = bytes.u16(at) & 0x3fff;
      } else {
        text.append(text.isEmpty() ? "" : ".").append(bytes.text(at + 1, size));
        at += 1 + size;
      }
      if (text.length() > LONGEST) {
        return new DnsName(text.substring(0, LONGEST) + "…", end < 0 ? at : end);
      }
    }
    return new DnsName(text.isEmpty() ? "the root" : text.toString(), end < 0 ? at + 1 : end);
  }
}
