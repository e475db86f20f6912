// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.inspect.Bytes;

/// Bytes by address, as they were read. Pure.
///
/// @param bytes what is known of each
record Sheet(Bytes bytes) {

  /// The byte at an address; empty where it was not read or cannot be.
  Optional<Integer> at(long address) {
    return piece(address)
        .filter(piece -> piece.why().isEmpty())
        .map(
            piece ->
                HexFormat.fromHexDigits(
                    piece.bytes(), from(piece, address), from(piece, address) + 2));
  }

  private static int from(Bytes.Piece piece, long address) {
    return (int) (address - piece.address()) * 2;
  }

  /// Why there is no byte at an address that was asked for.
  Optional<String> why(long address) {
    return piece(address).flatMap(Bytes.Piece::why);
  }

  private Optional<Bytes.Piece> piece(long address) {
    return bytes.pieces().stream()
        .filter(piece -> Long.compareUnsigned(address - piece.address(), piece.length()) < 0)
        .findFirst();
  }

  /// The pointer that begins at an address.
  OptionalLong word(long address) {
    var word = 0L;
    for (int i = Long.BYTES - 1; i >= 0; i--) {
      var one = at(address + i);
      if (one.isEmpty()) {
        return OptionalLong.empty();
      }
      word = word << 8 | one.get();
    }
    return OptionalLong.of(word);
  }

  /// Bytes from one address to before another as hex, `??` for each that is not known.
  String hex(long from, long to) {
    var text = new StringBuilder();
    for (var at = from; at != to; at++) {
      text.append(text.isEmpty() ? "" : " ")
          .append(at(at).map(one -> HexFormat.of().toHexDigits((byte) (int) one)).orElse("??"));
    }
    return text.toString();
  }
}
