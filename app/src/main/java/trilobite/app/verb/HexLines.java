// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import trilobite.model.inspect.Bytes;
import trilobite.model.inspect.HexRow;

/// Bytes in hexdump's canonical form: address, sixteen bytes, and those of them that are ASCII.
final class HexLines {
  private HexLines() {}

  /// Lines of a dump; equal ones in a row are a `*`, and what has no bytes is one line.
  static List<String> of(Bytes dump) {
    var lines = new ArrayList<String>();
    for (var piece : dump.pieces()) {
      if (piece.why().isPresent()) {
        lines.add(
            "%016x  <%d bytes: %s>".formatted(piece.address(), piece.length(), piece.why().get()));
      } else {
        rows(piece.address(), HexFormat.of().parseHex(piece.bytes()), lines);
      }
    }
    return lines;
  }

  private static void rows(long start, byte[] bytes, List<String> lines) {
    var before = "";
    for (int at = 0; at < bytes.length; at += HexRow.BYTES) {
      int end = Math.min(bytes.length, at + HexRow.BYTES);
      var row = HexRow.of(bytes, at, end);
      boolean inner = at + HexRow.BYTES < bytes.length;
      if (inner && row.equals(before)) {
        if (!"*".equals(lines.getLast())) {
          lines.add("*");
        }
      } else {
        lines.add("%016x  %s".formatted(start + at, row));
      }
      before = row;
    }
  }
}
