// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.header;

import java.nio.ByteBuffer;
import java.util.Optional;

/// An IPv4 or IPv6 address, or [#NONE]. Compares and hashes as numbers; its text is made when
/// shown.
///
/// @param six true for IPv6
/// @param high upper half of an IPv6 address
/// @param low lower half, or an IPv4 address
public record Address(boolean six, long high, long low) {

  /// Of a packet that has no address.
  public static final Address NONE = new Address(false, -1, -1);

  private static final int GROUPS = 8;

  /// The four bytes at `at`, which must be there.
  public static Address four(ByteBuffer bytes, int at) {
    return new Address(false, 0, Integer.toUnsignedLong(bytes.getInt(at)));
  }

  /// The sixteen bytes at `at`, which must be there.
  public static Address six(ByteBuffer bytes, int at) {
    return new Address(true, bytes.getLong(at), bytes.getLong(at + 8));
  }

  /// Reads an address as people write it; empty for names and anything else.
  public static Optional<Address> parse(String text) {
    return text.indexOf(':') < 0 ? AddressText.four(text) : AddressText.six(text);
  }

  /// True where the first `prefix` bits are those of `net`, which is of the same kind.
  public boolean within(Address net, int prefix) {
    if (six != net.six || equals(NONE)) {
      return false;
    }
    return six
        ? same(high, net.high, prefix) && same(low, net.low, prefix - Long.SIZE)
        : same(low << Integer.SIZE, net.low << Integer.SIZE, prefix);
  }

  private static boolean same(long one, long other, int bits) {
    if (bits <= 0) {
      return true;
    }
    return bits >= Long.SIZE ? one == other : (one ^ other) >>> (Long.SIZE - bits) == 0;
  }

  /// Bits of a whole address.
  public int bits() {
    return six ? 128 : 32;
  }

  /// With a port behind it, as both kinds are written.
  public String withPort(int port) {
    return six ? "[" + this + "]:" + port : this + ":" + port;
  }

  /// Dotted, or as RFC 5952 writes it; empty for [#NONE].
  @Override
  public String toString() {
    if (equals(NONE)) {
      return "";
    }
    if (!six) {
      return (low >> 24 & 255)
          + "."
          + (low >> 16 & 255)
          + "."
          + (low >> 8 & 255)
          + "."
          + (low & 255);
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (int) ((i < 4 ? high : low) >>> (48 - i % 4 * 16)) & 0xffff;
    }
    return AddressText.six(groups);
  }
}
