// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.List;

/// An expression of C, without those that would change something. Each part knows the column where
/// it stands, from 0, for messages.
public sealed interface Expression {

  int column();

  /// A variable, function or enum constant.
  record Name(String name, int column) implements Expression {}

  /// A whole number.
  ///
  /// @param unsigned true where its spelling says so
  /// @param wide true for 64 bits, false for 32
  record Literal(long value, boolean unsigned, boolean wide, int column) implements Expression {}

  /// A number with a point.
  record Real(double value, int column) implements Expression {}

  record Unary(UnaryOperator operator, Expression operand, int column) implements Expression {}

  record Binary(BinaryOperator operator, Expression left, Expression right, int column)
      implements Expression {}

  /// `condition ? then : otherwise`
  record Choice(Expression condition, Expression then, Expression otherwise, int column)
      implements Expression {}

  /// `of.name` or `of->name`, which mean the same: the debug information knows what is a pointer.
  record Member(Expression of, String name, int column) implements Expression {}

  record Index(Expression of, Expression index, int column) implements Expression {}

  record Cast(TypeName type, Expression operand, int column) implements Expression {}

  record SizeOf(Expression operand, int column) implements Expression {}

  record SizeOfType(TypeName type, int column) implements Expression {}

  /// A type as it is spelled.
  ///
  /// @param name such as `unsigned int`, `struct thread` or `uint32_t`
  /// @param pointers how many stars follow
  /// @param counts of arrays, outermost first
  record TypeName(String name, int pointers, List<Long> counts, int column) {

    public TypeName {
      counts = List.copyOf(counts);
    }
  }
}
