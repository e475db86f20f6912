// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.reach;

import java.nio.ByteBuffer;

/// An interface on the guest's wire.
///
/// @param mac 48 bits
/// @param ip IPv4 address, 32 bits
record Address(long mac, int ip) {

  static final long BROADCAST = 0xffff_ffff_ffffL;

  /// What a guest of QEMU's user network has, unless it chose otherwise.
  static final int USUAL_GUEST = 0x0a00020f;

  /// QEMU's user network as seen by its guests; its MAC is 52:55 and its address.
  private static final Address GATEWAY = new Address(0x5255_0a00_0202L, 0x0a000202);

  /// Locally administered, ours.
  private static final long OWN_MAC = 0x0254_5249_4c4fL;

  /// Whom a guest with that address would answer without asking a router: the user network's own
  /// host, or one of ours beside the guest.
  static Address asking(int guest) {
    if ((guest & 0xffffff00) == (GATEWAY.ip & 0xffffff00)) {
      return GATEWAY;
    }
    int host = (guest & 0xff) == 254 ? 253 : 254;
    return new Address(OWN_MAC, (guest & 0xffffff00) | host);
  }

  static void putMac(ByteBuffer into, long mac) {
    into.putShort((short) (mac >>> 32)).putInt((int) mac);
  }

  static long mac(ByteBuffer bytes, int at) {
    return (bytes.getShort(at) & 0xffffL) << 32 | (bytes.getInt(at + 2) & 0xffff_ffffL);
  }

  static String words(int ip) {
    return (ip >>> 24) + "." + (ip >>> 16 & 255) + "." + (ip >>> 8 & 255) + "." + (ip & 255);
  }
}
