// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import trilobite.model.console.GuestText;

/// Some bytes of a packet, out of which nothing can be read: every access is checked, and fails by
/// [CutException]. Positions are relative to `start`.
///
/// @param bytes the packet
/// @param start offset of the first byte in the packet
/// @param end offset behind the last byte
public record Slice(ByteBuffer bytes, int start, int end) {

  private static final int SHOWN = 1024;

  /// The whole of a packet.
  public static Slice of(ByteBuffer bytes) {
    return new Slice(bytes, 0, bytes.limit());
  }

  public int size() {
    return end - start;
  }

  public boolean has(int at, int count) {
    return at >= 0 && count >= 0 && count <= size() - at;
  }

  private int check(int at, int count) {
    if (!has(at, count)) {
      throw new CutException();
    }
    return start + at;
  }

  public int u8(int at) {
    return bytes.get(check(at, 1)) & 0xff;
  }

  public int u16(int at) {
    return bytes.getShort(check(at, 2)) & 0xffff;
  }

  public long u32(int at) {
    return Integer.toUnsignedLong(bytes.getInt(check(at, 4)));
  }

  /// An unsigned big-endian number of 1 to 4 bytes.
  public long number(int at, int length) {
    long value = 0;
    for (int i = 0; i < length; i++) {
      value = value << 8 | u8(at + i);
    }
    return value;
  }

  /// What begins at `at`; empty where that is behind the end.
  public Slice from(int at) {
    return new Slice(bytes, Math.clamp((long) start + at, start, end), end);
  }

  /// At most the first `length` bytes.
  public Slice first(int length) {
    return new Slice(bytes, start, Math.clamp((long) start + length, start, end));
  }

  /// Offset in the packet, for those who look there themselves.
  public int offset(int at, int count) {
    return check(at, count);
  }

  /// Text on one line that is safe to show, cut where it gets long.
  public String text(int at, int length) {
    check(at, length);
    int shown = Math.min(length, SHOWN);
    var copy = new byte[shown];
    bytes.get(start + at, copy);
    var text =
        GuestText.visible(new String(copy, StandardCharsets.ISO_8859_1))
            .replace("\n", "\\n")
            .replace("\t", "\\t");
    return shown < length ? text + "…" : text;
  }

  /// Bytes in hexadecimal, cut where they get many.
  public String hex(int at, int length) {
    check(at, length);
    var text = new StringBuilder();
    for (int i = 0; i < Math.min(length, 64); i++) {
      text.append("%02x".formatted(u8(at + i)));
    }
    return length > 64 ? text.append('…').toString() : text.toString();
  }

  /// A hardware address.
  public String mac(int at) {
    var text = new StringBuilder(17);
    for (int i = 0; i < 6; i++) {
      int value = u8(at + i);
      text.append(i == 0 ? "" : ":")
          .append(Character.forDigit(value >> 4, 16))
          .append(Character.forDigit(value & 15, 16));
    }
    return text.toString();
  }
}
