// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.protocol;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.layer.CutException;
import trilobite.model.packet.layer.Layer;
import trilobite.model.packet.layer.LayerBuilder;
import trilobite.model.packet.layer.Protocol;
import trilobite.model.packet.layer.Slice;

/// Takes a packet apart, layer by layer. Any bytes do: what is missing, or claims to be longer than
/// it can be, is said in the layer that it is found in.
public final class Decoder {

  /// Tunnels in tunnels end here.
  private static final int MOST_LAYERS = 24;

  private Decoder() {}

  /// The layers of a frame, the outermost first. Some microseconds.
  public static List<Layer> decode(ByteBuffer frame) {
    return decode(new Protocol.Next(Ethernet::read, Slice.of(frame)));
  }

  static List<Layer> decode(Protocol.Next first) {
    var layers = new ArrayList<Layer>();
    var next = first;
    while (next.bytes().size() > 0 && layers.size() < MOST_LAYERS) {
      var layer = new LayerBuilder(next.bytes());
      try {
        next = next.protocol().read(layer, next.bytes());
      } catch (CutException e) {
        layer.trouble("cut short after " + next.bytes().size() + " bytes");
        next = Data.nothing(next.bytes());
      }
      layers.add(layer.build());
    }
    return List.copyOf(layers);
  }
}
