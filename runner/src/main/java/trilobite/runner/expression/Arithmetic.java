// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import trilobite.model.expression.BinaryOperator;
import trilobite.model.expression.ExpressionException;
import trilobite.model.type.Type;
import trilobite.runner.expression.Operand.Real;
import trilobite.runner.expression.Operand.Whole;

/// C's arithmetic on 64-bit Unix: promotions and conversions as C17, 6.3.1, has them, and
/// wrap-around where C leaves it open.
final class Arithmetic {

  static final Type INT = new Type.Int("int", 4, false);
  static final Type LONG = new Type.Int("long", 8, false);
  static final Type UNSIGNED_LONG = new Type.Int("unsigned long", 8, true);
  private static final Type UNSIGNED = new Type.Int("unsigned int", 4, true);
  private static final Type DOUBLE = new Type.Floating("double", 8);

  private Arithmetic() {}

  /// A number as a type of `size` bytes holds it.
  static long fit(long value, int size, boolean unsigned) {
    int left = Long.SIZE - Math.clamp(size, 1, Long.BYTES) * Byte.SIZE;
    return unsigned ? value << left >>> left : value << left >> left;
  }

  static Whole truth(boolean value) {
    return new Whole(INT, value ? 1 : 0);
  }

  static double real(Operand number) {
    return switch (number) {
      case Real(var type, var value) -> value;
      case Whole whole when unsigned(whole.type()) && whole.value() < 0 ->
          (double) (whole.value() >>> 1) * 2 + (whole.value() & 1);
      case Whole whole -> (double) whole.value();
      case Operand.Place place -> throw new IllegalStateException("a place is no number: " + place);
    };
  }

  /// A number as the type that arithmetic is done in.
  static Whole promoted(Whole number) {
    return switch (number.type()) {
      case Type.Int type when type.size() > 4 || (type.size() == 4 && type.unsigned()) -> number;
      case Type.Enumeration type when type.size() > 4 -> new Whole(LONG, number.value());
      case Type.Pointer ignored -> new Whole(UNSIGNED_LONG, number.value());
      case Type other -> new Whole(INT, number.value());
    };
  }

  private static boolean unsigned(Type type) {
    return type instanceof Type.Pointer || (type instanceof Type.Int number && number.unsigned());
  }

  private static int size(Type type) {
    return type instanceof Type.Int number ? number.size() : Long.BYTES;
  }

  static Operand apply(BinaryOperator operator, Operand left, Operand right, int column)
      throws ExpressionException {
    if (left instanceof Real || right instanceof Real) {
      return real(operator, real(left), real(right), column);
    }
    return whole(operator, promoted((Whole) left), promoted((Whole) right), column);
  }

  private static Operand real(BinaryOperator operator, double a, double b, int column)
      throws ExpressionException {
    return switch (operator) {
      case TIMES -> new Real(DOUBLE, a * b);
      case DIVIDE -> new Real(DOUBLE, a / b);
      case PLUS -> new Real(DOUBLE, a + b);
      case MINUS -> new Real(DOUBLE, a - b);
      case LESS -> truth(a < b);
      case MORE -> truth(a > b);
      case AT_MOST -> truth(a <= b);
      case AT_LEAST -> truth(a >= b);
      case EQUAL -> truth(a == b);
      case UNEQUAL -> truth(a != b);
      case REMAINDER, SLICE, LEFT, RIGHT, BIT_AND, BIT_XOR, BIT_OR, AND, OR ->
          throw new ExpressionException(
              column, "\"" + operator.spelling() + "\" takes whole numbers only");
    };
  }

  private static Whole whole(BinaryOperator operator, Whole left, Whole right, int column)
      throws ExpressionException {
    boolean shift = operator == BinaryOperator.LEFT || operator == BinaryOperator.RIGHT;
    var type = shift ? left.type() : common(left.type(), right.type());
    int size = size(type);
    boolean unsigned = unsigned(type);
    long a = fit(left.value(), size, unsigned);
    long b = fit(right.value(), shift ? size(right.type()) : size, unsigned);
    int order = unsigned ? Long.compareUnsigned(a, b) : Long.compare(a, b);
    long value =
        switch (operator) {
          case TIMES -> a * b;
          case DIVIDE, REMAINDER -> divided(operator, a, b, unsigned, column);
          case PLUS -> a + b;
          case MINUS -> a - b;
          case LEFT -> shift(b, size, column) ? a << b : 0;
          case RIGHT -> shift(b, size, column) ? (unsigned ? a >>> b : a >> b) : 0;
          case BIT_AND -> a & b;
          case BIT_XOR -> a ^ b;
          case BIT_OR -> a | b;
          case LESS -> order < 0 ? 1 : 0;
          case MORE -> order > 0 ? 1 : 0;
          case AT_MOST -> order <= 0 ? 1 : 0;
          case AT_LEAST -> order >= 0 ? 1 : 0;
          case EQUAL -> a == b ? 1 : 0;
          case UNEQUAL -> a != b ? 1 : 0;
          case SLICE, AND, OR -> throw new IllegalStateException("not arithmetic: " + operator);
        };
    boolean comparison =
        switch (operator) {
          case LESS, MORE, AT_MOST, AT_LEAST, EQUAL, UNEQUAL -> true;
          case TIMES, DIVIDE, REMAINDER, PLUS, MINUS, SLICE, LEFT, RIGHT -> false;
          case BIT_AND, BIT_XOR, BIT_OR, AND, OR -> false;
        };
    return comparison ? new Whole(INT, value) : new Whole(type, fit(value, size, unsigned));
  }

  private static boolean shift(long by, int size, int column) throws ExpressionException {
    if (by < 0 || by >= (long) size * Byte.SIZE) {
      throw new ExpressionException(column, "a shift by " + by + " bits means nothing");
    }
    return true;
  }

  private static long divided(BinaryOperator operator, long a, long b, boolean unsigned, int column)
      throws ExpressionException {
    if (b == 0) {
      throw new ExpressionException(column, "this divides by zero");
    }
    if (operator == BinaryOperator.DIVIDE) {
      return unsigned ? Long.divideUnsigned(a, b) : a / b;
    }
    return unsigned ? Long.remainderUnsigned(a, b) : a % b;
  }

  private static Type common(Type a, Type b) {
    int size = Math.max(size(a), size(b));
    boolean unsigned = (unsigned(a) && size(a) == size) || (unsigned(b) && size(b) == size);
    if (size == 4) {
      return unsigned ? UNSIGNED : INT;
    }
    return unsigned ? UNSIGNED_LONG : LONG;
  }
}
