// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.Packet;
import trilobite.model.packet.layer.Slice;

/// The hardware addresses of a frame.
public final class LinkAddress {

  private LinkAddress() {}

  /// Empty where the frame is too short to have one.
  public static String source(Packet packet) {
    return at(packet, 6);
  }

  /// Empty where the frame is too short to have one.
  public static String destination(Packet packet) {
    return at(packet, 0);
  }

  private static String at(Packet packet, int at) {
    var bytes = Slice.of(packet.bytes());
    return bytes.has(at, 6) ? bytes.mac(at) : "";
  }
}
