// SPDX-License-Identifier: Apache-2.0
package trilobite.model.table;

import java.util.Optional;

/// Single values as JSON.
final class JsonText {

  private JsonText() {}

  static String value(Optional<Object> value) {
    if (value.isEmpty()) {
      return "null";
    }
    return switch (value.get()) {
      case Double number when !Double.isFinite(number) -> "null";
      case Double number when number == Math.rint(number) && Math.abs(number) < 1e15 ->
          Long.toString(number.longValue());
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      case Object other -> text(other.toString());
    };
  }

  static String text(String plain) {
    var out = new StringBuilder(plain.length() + 2).append('"');
    plain
        .chars()
        .forEach(
            c -> {
              switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                  if (c < ' ' || Character.isSurrogate((char) c)) {
                    out.append(String.format("\\u%04x", c));
                  } else {
                    out.append((char) c);
                  }
                }
              }
            });
    return out.append('"').toString();
  }
}
