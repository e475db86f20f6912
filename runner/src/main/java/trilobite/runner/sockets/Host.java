// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.util.Arrays;
import java.util.HexFormat;

/// An address as a stack has it: 4 bytes of IPv4, 16 of IPv6, or a number such as a vsock's CID.
final class Host {

  /// Of a record that has no address.
  static final Host NONE = new Host(new byte[0], false);

  private final byte[] bytes;
  private final boolean number;

  /// @param bytes in network order, from now on this object's; an IPv4 address that is dressed as
  ///   one of IPv6 (RFC 4291, 2.5.5.2) is that IPv4 address
  /// @param number true where they are a number, little-endian
  Host(byte[] bytes, boolean number) {
    this.bytes = mapped(bytes) ? Arrays.copyOfRange(bytes, 12, 16) : bytes;
    this.number = number;
  }

  private static boolean mapped(byte[] bytes) {
    return bytes.length == 16
        && Arrays.equals(bytes, 0, 10, new byte[10], 0, 10)
        && bytes[10] == -1
        && bytes[11] == -1;
  }

  /// True for the address that stands for all of them.
  boolean any() {
    for (var each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /// In the usual spelling; `*` for all addresses, `–` for none.
  String text() {
    if (bytes.length == 0) {
      return "–";
    }
    if (number) {
      return Long.toUnsignedString(value());
    }
    return any() ? "*" : bytes.length == 4 ? four() : bytes.length == 16 ? six() : hex();
  }

  private String hex() {
    return "0x" + HexFormat.of().formatHex(bytes);
  }

  private long value() {
    long value = 0;
    for (int i = bytes.length - 1; i >= 0; i--) {
      value = (value << Byte.SIZE) + Byte.toUnsignedInt(bytes[i]);
    }
    return value;
  }

  private String four() {
    var text = new StringBuilder();
    for (var each : bytes) {
      text.append(text.isEmpty() ? "" : ".").append(Byte.toUnsignedInt(each));
    }
    return text.toString();
  }

  /// RFC 5952: the longest run of zero groups is left out.
  private String six() {
    var groups = new int[8];
    for (int i = 0; i < groups.length; i++) {
      groups[i] =
          (Byte.toUnsignedInt(bytes[2 * i]) << Byte.SIZE) + Byte.toUnsignedInt(bytes[2 * i + 1]);
    }
    int from = 0;
    int longest = 0;
    for (int i = 0; i < groups.length; i++) {
      int run = 0;
      while (i + run < groups.length && groups[i + run] == 0) {
        run++;
      }
      if (run > longest) {
        from = i;
        longest = run;
      }
    }
    return longest < 2
        ? joined(groups, 0, groups.length)
        : joined(groups, 0, from) + "::" + joined(groups, from + longest, groups.length);
  }

  private static String joined(int[] groups, int from, int to) {
    var text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append(i == from ? "" : ":").append(Integer.toHexString(groups[i]));
    }
    return text.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Host host && Arrays.equals(bytes, host.bytes) && number == host.number;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return text();
  }
}
