// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import trilobite.model.guest.PacketRow;

/// Conditions on the columns that a list shows: `info:tides`, `len:>1000`.
final class Columns {

  static final List<String> KEYS =
      List.of(
          "no",
          "number",
          "time",
          "dir",
          "direction",
          "src",
          "source",
          "dst",
          "destination",
          "proto",
          "protocol",
          "len",
          "length",
          "info",
          "mark",
          "flow");

  private Columns() {}

  static Condition read(Token token) throws FilterException {
    int colon = token.text().indexOf(':');
    var key = token.text().substring(0, colon).toLowerCase(Locale.ROOT);
    var value = token.text().substring(colon + 1).replace("\"", "");
    return switch (key) {
      case "no", "number" -> number(token, value, PacketRow::number);
      case "time" -> number(token, value, PacketRow::time);
      case "len", "length" -> number(token, value, PacketRow::length);
      case "flow" -> number(token, value, row -> or(row.flow()));
      case "dir", "direction" -> exactly(value, PacketRow::direction);
      case "src", "source" -> contains(value, row -> end(row.source(), row.sourcePort()));
      case "dst", "destination" ->
          contains(value, row -> end(row.destination(), row.destinationPort()));
      case "proto", "protocol" -> exactly(value, PacketRow::protocol);
      case "mark" -> contains(value, row -> row.mark().orElse(""));
      default -> contains(value, PacketRow::info);
    };
  }

  private static double or(OptionalLong value) {
    return value.isPresent() ? value.getAsLong() : Double.NaN;
  }

  private static String end(String address, OptionalLong port) {
    return port.isPresent() ? address + ":" + port.getAsLong() : address;
  }

  static Condition contains(String value, Function<PacketRow, String> column) {
    var wanted = value.toLowerCase(Locale.ROOT);
    return candidate -> column.apply(candidate.row()).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private static Condition exactly(String value, Function<PacketRow, String> column) {
    return candidate -> column.apply(candidate.row()).equalsIgnoreCase(value);
  }

  private static Condition number(Token token, String value, ToDoubleFunction<PacketRow> column)
      throws FilterException {
    char sign = value.isEmpty() ? '=' : value.charAt(0);
    boolean compares = sign == '<' || sign == '>' || sign == '=';
    double wanted;
    try {
      wanted = Double.parseDouble(compares ? value.substring(1) : value);
    } catch (NumberFormatException e) {
      throw token.wrong("a number belongs behind the colon, such as len:>100");
    }
    return candidate -> {
      double is = column.applyAsDouble(candidate.row());
      return switch (sign) {
        case '<' -> is < wanted;
        case '>' -> is > wanted;
        default -> is == wanted;
      };
    };
  }
}
