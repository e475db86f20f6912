// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.Arrays;
import java.util.Optional;

/// What can stand in front of an operand.
public enum UnaryOperator {
  ADDRESS("&"),
  FOLLOW("*"),
  PLUS("+"),
  MINUS("-"),
  INVERT("~"),
  NOT("!");

  private final String spelling;

  UnaryOperator(String spelling) {
    this.spelling = spelling;
  }

  public String spelling() {
    return spelling;
  }

  static Optional<UnaryOperator> of(String spelling) {
    return Arrays.stream(values()).filter(each -> each.spelling.equals(spelling)).findFirst();
  }
}
