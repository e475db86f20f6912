// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// A value as SQLite knows them.
public sealed interface SqlValue {

  /// Not known, not there.
  record Null() implements SqlValue {}

  /// A whole number.
  record Whole(long value) implements SqlValue {}

  /// A broken number; never NaN.
  record Real(double value) implements SqlValue {}

  record Text(String value) implements SqlValue {}

  /// Bytes, as hexadecimal digits.
  record Bytes(String hex) implements SqlValue {}

  /// A row's value as SQL has it: what is empty is null, truth is 1 or 0.
  static SqlValue of(Object value) {
    return switch (value) {
      case Optional<?> some -> some.isPresent() ? of(some.get()) : new Null();
      case OptionalLong some -> some.isPresent() ? new Whole(some.getAsLong()) : new Null();
      case OptionalInt some -> some.isPresent() ? new Whole(some.getAsInt()) : new Null();
      case OptionalDouble some -> some.isPresent() ? real(some.getAsDouble()) : new Null();
      case Double number -> real(number);
      case Float number -> real(number);
      case Number number -> new Whole(number.longValue());
      case Boolean truth -> new Whole(truth ? 1 : 0);
      case byte[] bytes -> new Bytes(HexFormat.of().formatHex(bytes));
      case List<?> list ->
          new Text(list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
      case Object other -> new Text(other.toString());
    };
  }

  private static SqlValue real(double number) {
    return Double.isNaN(number) ? new Null() : new Real(number);
  }

  /// The value in words, empty for none.
  default String text() {
    return switch (this) {
      case Null() -> "";
      case Whole(var value) -> Long.toString(value);
      case Real(var value) -> Double.toString(value);
      case Text(var value) -> value;
      case Bytes(var hex) -> hex;
    };
  }

  /// The value for a table's cell: an empty `Optional`, a `Long`, a `Double` or a `String`.
  default Object cell() {
    return switch (this) {
      case Null() -> Optional.empty();
      case Whole(var value) -> value;
      case Real(var value) -> value;
      case Text(var value) -> value;
      case Bytes(var hex) -> hex;
    };
  }
}
