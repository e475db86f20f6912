// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.nio.ByteBuffer;
import trilobite.model.expression.ExpressionException;
import trilobite.model.type.Type;
import trilobite.runner.expression.Operand.Place;
import trilobite.runner.expression.Operand.Real;
import trilobite.runner.expression.Operand.Whole;
import trilobite.runner.memory.Memory;
import trilobite.runner.value.Spelling;

/// Turns places into values.
record Loader(Vocabulary words, Memory memory) {

  /// The value at a place; an array stands for the pointer to its first element, as in C.
  ///
  /// @throws ExpressionException where the type there has no single value
  /// @throws IOException where the memory cannot be read
  Operand load(Operand operand, int column) throws ExpressionException, IOException {
    if (!(operand instanceof Place place)) {
      return operand;
    }
    return switch (words.whole(place.type())) {
      case Type.Int type -> whole(type, place, type.size(), type.unsigned(), column);
      case Type.Bool type -> whole(type, place, type.size(), true, column);
      case Type.Enumeration type -> whole(type, place, type.size(), unsigned(type), column);
      case Type.Pointer type -> whole(type, place, type.size(), true, column);
      case Type.Floating type -> real(type, place, column);
      case Type.Array(var element, var count) ->
          new Whole(new Type.Pointer(element, Long.BYTES), place.address());
      case Type.Code type -> new Whole(new Type.Pointer(type, Long.BYTES), place.address());
      case Type.Nothing ignored ->
          throw new ExpressionException(
              column, "the debug information says nothing of its type: cast it, as *(T *)&name");
      case Type.Struct ignored -> throw none(place, column);
      case Type.Other ignored -> throw none(place, column);
      case Type.Alias ignored -> throw none(place, column);
      case Type.Ref(var name) ->
          throw new ExpressionException(column, "nothing is known of the type " + name);
    };
  }

  private static ExpressionException none(Place place, int column) {
    return new ExpressionException(
        column,
        Spelling.of(place.type()) + " is not a single value, so nothing is calculated with it");
  }

  /// Enums have the sign of their constants.
  static boolean unsigned(Type.Enumeration type) {
    return type.constants().stream().allMatch(constant -> constant.value() >= 0);
  }

  private Whole whole(Type type, Place place, int size, boolean unsigned, int column)
      throws ExpressionException, IOException {
    if (size != 1 && size != 2 && size != 4 && size != 8) {
      throw new ExpressionException(
          column, "a number of " + size + " bytes is not calculated with");
    }
    return new Whole(type, bits(place, size, unsigned));
  }

  /// The number at a place, of a bit field only its bits. A field may reach beyond its own type's
  /// bytes.
  long bits(Place place, int size, boolean unsigned) throws IOException {
    if (place.bits() == 0) {
      return Arithmetic.fit(number(memory.read(place.address(), size), size), size, unsigned);
    }
    int bytes = Math.min((place.bit() + place.bits() + 7) / 8, 9);
    var read = memory.read(place.address(), bytes);
    long raw = 0;
    for (int i = 0; i < bytes; i++) {
      long one = Byte.toUnsignedLong(read.get(i));
      int shift = i * Byte.SIZE - place.bit();
      raw |= shift < 0 ? one >>> -shift : shift < Long.SIZE ? one << shift : 0;
    }
    int left = Long.SIZE - Math.clamp(place.bits(), 1, Long.SIZE);
    return unsigned ? raw << left >>> left : raw << left >> left;
  }

  static long number(ByteBuffer bytes, int size) {
    return switch (size) {
      case 1 -> bytes.get(0);
      case 2 -> bytes.getShort(0);
      case 4 -> bytes.getInt(0);
      default -> bytes.getLong(0);
    };
  }

  private Real real(Type.Floating type, Place place, int column)
      throws ExpressionException, IOException {
    return switch (type.size()) {
      case 4 -> new Real(type, memory.read(place.address(), 4).getFloat(0));
      case 8 -> new Real(type, memory.read(place.address(), 8).getDouble(0));
      default -> throw new ExpressionException(column, type.name() + " is not calculated with");
    };
  }
}
