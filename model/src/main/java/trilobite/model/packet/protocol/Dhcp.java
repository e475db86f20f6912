// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// DHCP (RFC 2131, section 2; options of RFC 2132).
final class Dhcp {

  private static final int COOKIE = 236;
  private static final int MOST_OPTIONS = 100;
  private static final int KIND = 53;
  private static final int END = 255;

  private Dhcp() {}

  static boolean ports(int source, int destination) {
    return (source == 67 || source == 68) && (destination == 67 || destination == 68);
  }

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("DHCP");
    var transaction = LayerBuilder.hex(bytes.u32(4), 4);
    layer.text("Transaction " + transaction);
    layer.add("Operation", 0, 1, bytes.u8(0) == 1 ? "request" : "reply");
    layer.hex("Transaction", 4, 4);
    layer.number("Seconds", 8, 2);
    layer.add("Client", 12, 4, Ip4.address(bytes, 12));
    layer.add("Yours", 16, 4, Ip4.address(bytes, 16));
    layer.add("Next server", 20, 4, Ip4.address(bytes, 20));
    layer.add("Relay", 24, 4, Ip4.address(bytes, 24));
    layer.add("Client's hardware", 28, 6, bytes.mac(28));
    if (bytes.u32(COOKIE) != 0x63825363L) {
      layer.trouble("no DHCP options follow");
      return Data.nothing(bytes);
    }
    options(layer, bytes, transaction);
    return Data.nothing(bytes);
  }

  private static void options(LayerBuilder layer, Slice bytes, String transaction) {
    int at = COOKIE + 4;
    for (int i = 0; i < MOST_OPTIONS && at < bytes.size() && bytes.u8(at) != END; i++) {
      int code = bytes.u8(at);
      if (code == 0) {
        at++;
        continue;
      }
      int length = bytes.u8(at + 1);
      layer.add(name(code), at, 2 + length, value(bytes, code, at + 2, length));
      if (code == KIND && length == 1) {
        layer.text(kind(bytes.u8(at + 2)) + ", transaction " + transaction);
      }
      at += 2 + length;
    }
  }

  private static String value(Slice bytes, int code, int at, int length) {
    return switch (code) {
      case 1, 3, 6, 28, 50, 54 -> length == 4 ? Ip4.address(bytes, at) : bytes.hex(at, length);
      case 12, 15, 60 -> bytes.text(at, length);
      case 51, 58, 59 -> length == 4 ? bytes.u32(at) + " s" : bytes.hex(at, length);
      case KIND -> length == 1 ? kind(bytes.u8(at)) : bytes.hex(at, length);
      default -> bytes.hex(at, length);
    };
  }

  private static String name(int code) {
    return switch (code) {
      case 1 -> "Subnet mask";
      case 3 -> "Router";
      case 6 -> "Name server";
      case 12 -> "Host name";
      case 15 -> "Domain";
      case 28 -> "Broadcast address";
      case 50 -> "Wanted address";
      case 51 -> "Lease";
      case KIND -> "Message";
      case 54 -> "Server";
      case 55 -> "Wanted options";
      case 57 -> "Greatest message";
      case 58 -> "Renew after";
      case 59 -> "Rebind after";
      case 60 -> "Vendor";
      case 61 -> "Client identifier";
      default -> "Option " + code;
    };
  }

  private static String kind(int kind) {
    return switch (kind) {
      case 1 -> "Discover";
      case 2 -> "Offer";
      case 3 -> "Request";
      case 4 -> "Decline";
      case 5 -> "Acknowledge";
      case 6 -> "Refuse";
      case 7 -> "Release";
      case 8 -> "Inform";
      default -> "message " + kind;
    };
  }
}
