// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.dump;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import trilobite.model.expression.ExpressionException;
import trilobite.runner.expression.Prints;

/// What is looked for.
sealed interface Pattern {

  int LONGEST = 256;

  /// Bytes of a match, at least.
  int length();

  /// Index of the first match at or after `from` in the first `limit` bytes; −1 for none.
  int find(ByteBuffer bytes, int from, int limit);

  /// `&` and an expression for pointers to that, `"text"`, bytes in hex, or a text as it is.
  ///
  /// @throws ExpressionException where it is nothing to look for
  static Pattern of(String what, Prints prints) throws ExpressionException, IOException {
    if (what.startsWith("&")) {
      var spot = prints.spot(what);
      return new Pointer(spot.address(), Math.max(1, spot.size()));
    }
    var packed = what.replaceAll("[\\s,]|0x", "");
    if (packed.length() >= 2 && packed.length() % 2 == 0 && packed.matches("[0-9a-fA-F]+")) {
      return exact(HexFormat.of().parseHex(packed));
    }
    boolean quoted = what.length() > 2 && what.startsWith("\"") && what.endsWith("\"");
    var text = quoted ? what.substring(1, what.length() - 1) : what;
    return exact(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Pattern exact(byte[] bytes) throws ExpressionException {
    if (bytes.length == 0 || bytes.length > LONGEST) {
      throw new ExpressionException(0, "from 1 to " + LONGEST + " bytes are looked for");
    }
    return new Exact(ByteBuffer.wrap(bytes));
  }

  record Exact(ByteBuffer bytes) implements Pattern {
    @Override
    public int length() {
      return bytes.limit();
    }

    @Override
    public int find(ByteBuffer in, int from, int limit) {
      byte first = bytes.get(0);

      for (int i = from; i <= limit - bytes.limit(); i++) {
        if (in.get(i) == first && in.slice(i, bytes.limit()).equals(bytes)) {
          return i;
        }
      }
      return -1;
    }
  }

  /// A pointer into a thing; pointers lie at multiples of their size.
  record Pointer(long target, long size) implements Pattern {
    @Override
    public int length() {
      return Long.BYTES;
    }

    @Override
    public int find(ByteBuffer in, int from, int limit) {
      for (int i = (from + 7) & -8; i <= limit - Long.BYTES; i += Long.BYTES) {
        if (Long.compareUnsigned(in.getLong(i) - target, size) < 0) {
          return i;
        }
      }
      return -1;
    }
  }
}
