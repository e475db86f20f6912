// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.layer;

/// How one protocol's header is read.
@FunctionalInterface
public interface Protocol {

  /// Adds what the header says to `layer`, as far as it is there.
  ///
  /// @param bytes from the header's first byte on, with nothing behind what the layer around it
  ///   claims to carry
  /// @return what comes behind it
  /// @throws CutException where bytes are missing; what was added so far is kept
  Next read(LayerBuilder layer, Slice bytes);

  /// What a protocol carries.
  ///
  /// @param bytes may be empty: then nothing comes
  record Next(Protocol protocol, Slice bytes) {}
}
