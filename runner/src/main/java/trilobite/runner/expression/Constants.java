// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.util.ArrayList;
import java.util.Optional;
import trilobite.model.type.Type;

/// Numbers by their names.
final class Constants {

  private Constants() {}

  /// The constant of that value, or the flags that make it up.
  static Optional<String> name(Type.Enumeration all, long value) {
    for (var constant : all.constants()) {
      if (constant.value() == value) {
        return Optional.of(constant.name());
      }
    }
    var flags = new ArrayList<String>();
    long left = value;
    for (var constant : all.constants()) {
      boolean flag = Long.bitCount(constant.value()) == 1;
      if (flag && (left & constant.value()) != 0) {
        flags.add(constant.name());
        left &= ~constant.value();
      }
    }
    return left == 0 && !flags.isEmpty()
        ? Optional.of(String.join(" | ", flags))
        : Optional.empty();
  }

  static Optional<String> character(long value) {
    return value >= ' ' && value < 0x7f ? Optional.of("'" + (char) value + "'") : Optional.empty();
  }
}
