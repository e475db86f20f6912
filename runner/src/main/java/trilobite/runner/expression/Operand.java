// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import trilobite.model.type.Type;

/// What a part of an expression stands for.
sealed interface Operand {

  Type type();

  /// A place in memory, read when its value is needed.
  ///
  /// @param bit of a bit field, from the address on
  /// @param bits of a bit field; 0 for whole bytes
  record Place(Type type, long address, int bit, int bits) implements Operand {
    Place(Type type, long address) {
      this(type, address, 0, 0);
    }
  }

  /// A number, pointer, enum or truth value as 64 bits, extended by its sign if it has one.
  record Whole(Type type, long value) implements Operand {}

  record Real(Type type, double value) implements Operand {}
}
