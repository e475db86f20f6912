// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.util.List;
import java.util.Optional;
import trilobite.model.expression.Expression.Name;
import trilobite.model.expression.Expression.TypeName;
import trilobite.model.expression.ExpressionException;
import trilobite.model.expression.TypeWords;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;
import trilobite.runner.expression.Operand.Place;
import trilobite.runner.expression.Operand.Whole;

/// What the names in an expression stand for in a guest's symbols and types.
record Names(Vocabulary words) {

  /// The variable, or else the constant of an enumeration, that has this name.
  Operand value(Name name) throws ExpressionException {
    var symbol = words.symbol(name.name());
    var type = Optional.ofNullable(words.types().symbols().get(name.name()));
    if (symbol.isPresent()) {
      return new Place(type.orElse(new Type.Nothing()), symbol.get().address());
    }
    var constant = type.flatMap(known -> constant(known, name.name())).or(() -> any(name.name()));
    if (constant.isPresent()) {
      return constant.get();
    }
    if (type.isPresent()) {
      throw new ExpressionException(
          name.column(),
          name.name() + " has no single address: there are several, or it was optimised away");
    }
    throw new ExpressionException(
        name.column(), "there is no " + name.name() + Nearest.words(words.near(name.name())));
  }

  private Optional<Operand> constant(Type type, String name) {
    return words.types().resolve(type) instanceof Type.Enumeration all
        ? all.constants().stream()
            .filter(constant -> constant.name().equals(name))
            .findFirst()
            .map(constant -> new Whole(type, constant.value()))
        : Optional.empty();
  }

  private Optional<Operand> any(String name) {
    return words.types().named().values().stream()
        .flatMap(type -> constant(type, name).stream())
        .findFirst();
  }

  Type type(TypeName name) throws ExpressionException {
    var plain = TypeWords.type(name.name()).or(() -> words.types().find(name.name()));
    if (plain.isEmpty()) {
      throw new ExpressionException(
          name.column(),
          "there is no type "
              + name.name()
              + Nearest.hint(name.name(), words.types().named().keySet()));
    }
    var type = plain.get();
    for (int i = 0; i < name.pointers(); i++) {
      type = new Pointer(type, Long.BYTES);
    }
    for (long count : List.copyOf(name.counts()).reversed()) {
      type = new Array(type, count);
    }
    return type;
  }
}
