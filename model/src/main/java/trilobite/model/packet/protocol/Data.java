// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol.Next;
import trilobite.model.packet.layer.Slice;

/// Bytes that no protocol here knows.
final class Data {

  private static final int SHOWN = 48;

  private Data() {}

  static Next read(LayerBuilder layer, Slice bytes) {
    layer.name("Data");
    layer.text(bytes.size() == 1 ? "1 byte" : bytes.size() + " bytes");
    layer.add("Text", 0, bytes.size(), bytes.text(0, Math.min(bytes.size(), SHOWN)));
    return nothing(bytes);
  }

  static Next of(Slice bytes) {
    return new Next(Data::read, bytes);
  }

  static Next nothing(Slice bytes) {
    return new Next(Data::read, bytes.first(0));
  }

  /// What a length field claims of `bytes`, its own header counted; trouble where it lies.
  static Slice claimed(LayerBuilder layer, Slice bytes, int length, int least) {
    if (length < least) {
      layer.trouble("claims a length of " + length + " bytes, less than its header");
      return bytes;
    }
    if (length > bytes.size()) {
      layer.trouble("claims " + length + " bytes, and " + bytes.size() + " are here");
    }
    return bytes.first(length);
  }
}
