// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.Arrays;
import java.util.Optional;

/// What can stand between two operands, with C's precedence; `@`, gdb's slice of so many elements,
/// stands where gdb has it: between sums and shifts.
public enum BinaryOperator {
  TIMES("*", 12),
  DIVIDE("/", 12),
  REMAINDER("%", 12),
  PLUS("+", 11),
  MINUS("-", 11),
  SLICE("@", 10),
  LEFT("<<", 9),
  RIGHT(">>", 9),
  LESS("<", 8),
  MORE(">", 8),
  AT_MOST("<=", 8),
  AT_LEAST(">=", 8),
  EQUAL("==", 7),
  UNEQUAL("!=", 7),
  BIT_AND("&", 6),
  BIT_XOR("^", 5),
  BIT_OR("|", 4),
  AND("&&", 3),
  OR("||", 2);

  private final String spelling;
  private final int precedence;

  BinaryOperator(String spelling, int precedence) {
    this.spelling = spelling;
    this.precedence = precedence;
  }

  public String spelling() {
    return spelling;
  }

  /// Higher ones bind more tightly; all of them lead from left to right.
  int precedence() {
    return precedence;
  }

  static Optional<BinaryOperator> of(String spelling) {
    return Arrays.stream(values()).filter(each -> each.spelling.equals(spelling)).findFirst();
  }
}
