// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.HexFormat;

/// One row of a dump in hexdump's canonical form.
public final class HexRow {

  /// Bytes in a row.
  public static final int BYTES = 16;

  private static final HexFormat HEX = HexFormat.of();

  private HexRow() {}

  /// Bytes `from` up to but without `to`, at most [#BYTES], as hex in two halves and as ASCII, such
  /// as `47 45 54 … |GET …|`. A short row is padded, so that the ASCII stands below that of others.
  public static String of(byte[] bytes, int from, int to) {
    var hex = new StringBuilder(72);
    var text = new StringBuilder(BYTES);
    for (int i = from; i < from + BYTES; i++) {
      hex.append(i - from == BYTES / 2 ? " " : "");
      if (i < to) {
        hex.append(HEX.toHexDigits(bytes[i])).append(' ');
        text.append(bytes[i] >= ' ' && bytes[i] < 0x7f ? (char) bytes[i] : '.');
      } else {
        hex.append("   ");
      }
    }
    return hex + " |" + text + "|";
  }
}
