// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.util.Optional;
import trilobite.model.expression.BinaryOperator;
import trilobite.model.expression.Expression;
import trilobite.model.expression.Expression.Binary;
import trilobite.model.expression.Expression.Cast;
import trilobite.model.expression.Expression.Choice;
import trilobite.model.expression.Expression.Index;
import trilobite.model.expression.Expression.Literal;
import trilobite.model.expression.Expression.Member;
import trilobite.model.expression.Expression.Name;
import trilobite.model.expression.Expression.SizeOf;
import trilobite.model.expression.Expression.SizeOfType;
import trilobite.model.expression.Expression.Unary;
import trilobite.model.expression.ExpressionException;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Struct;
import trilobite.runner.expression.Operand.Place;
import trilobite.runner.expression.Operand.Real;
import trilobite.runner.expression.Operand.Whole;
import trilobite.runner.value.Spelling;

/// Finds what an expression stands for in a guest.
record Evaluator(Vocabulary words, Loader loader) {

  private static final long MOST_SLICE = 1L << 31;

  /// @throws ExpressionException where it makes no sense; knows the column
  /// @throws IOException where memory or types cannot be read
  Operand of(Expression expression) throws ExpressionException, IOException {
    return switch (expression) {
      case Name name -> names().value(name);
      case Literal literal -> new Whole(literalType(literal), literal.value());
      case Expression.Real(var value, var column) ->
          new Real(new Type.Floating("double", 8), value);
      case Unary unary -> unary(unary);
      case Binary binary -> binary(binary);
      case Choice choice -> of(truth(choice.condition()) ? choice.then() : choice.otherwise());
      case Member member -> member(member);
      case Index index -> index(index);
      case Cast cast -> cast(cast);
      case SizeOf size -> size(of(size.operand()).type(), size.column());
      case SizeOfType size -> size(names().type(size.type()), size.column());
    };
  }

  private Names names() {
    return new Names(words);
  }

  private static Type literalType(Literal literal) {
    return new Type.Int(
        (literal.unsigned() ? "unsigned " : "") + (literal.wide() ? "long" : "int"),
        literal.wide() ? 8 : 4,
        literal.unsigned());
  }

  private boolean truth(Expression expression) throws ExpressionException, IOException {
    return truth(of(expression), expression.column());
  }

  /// Of an operand that was evaluated already: once more for each of sixty `!` would take for ever.
  private boolean truth(Operand operand, int column) throws ExpressionException, IOException {
    return switch (loader.load(operand, column)) {
      case Whole whole -> whole.value() != 0;
      case Real real -> real.value() != 0;
      case Place place -> throw new IllegalStateException("not loaded: " + place);
    };
  }

  private Operand unary(Unary unary) throws ExpressionException, IOException {
    int column = unary.column();
    var operand = of(unary.operand());
    return switch (unary.operator()) {
      case ADDRESS -> address(operand, column);
      case FOLLOW -> follow(operand, column);
      case NOT -> Arithmetic.truth(!truth(operand, unary.operand().column()));
      case PLUS -> Arithmetic.apply(BinaryOperator.PLUS, zero(), number(operand, column), column);
      case MINUS -> Arithmetic.apply(BinaryOperator.MINUS, zero(), number(operand, column), column);
      case INVERT ->
          Arithmetic.apply(
              BinaryOperator.BIT_XOR,
              new Whole(Arithmetic.INT, -1),
              number(operand, column),
              column);
    };
  }

  private static Whole zero() {
    return new Whole(Arithmetic.INT, 0);
  }

  private static Operand address(Operand operand, int column) throws ExpressionException {
    if (operand instanceof Place place && place.bits() == 0) {
      return new Whole(new Pointer(place.type(), Long.BYTES), place.address());
    }
    throw new ExpressionException(column, "this has no address");
  }

  private Place follow(Operand operand, int column) throws ExpressionException, IOException {
    var value = loader.load(operand, column);
    if (value instanceof Whole(Pointer(var target, var size), var address)) {
      return new Place(target, address);
    }
    throw new ExpressionException(column, Spelling.of(operand.type()) + " is no pointer");
  }

  private Operand number(Operand operand, int column) throws ExpressionException, IOException {
    var value = loader.load(operand, column);
    // Types are told apart behind their names.
    return value instanceof Whole whole
        ? new Whole(words.whole(whole.type()), whole.value())
        : value;
  }

  private Operand binary(Binary binary) throws ExpressionException, IOException {
    if (binary.operator() == BinaryOperator.SLICE) {
      return slice(binary);
    }
    if (binary.operator() == BinaryOperator.AND) {
      return Arithmetic.truth(truth(binary.left()) && truth(binary.right()));
    }
    if (binary.operator() == BinaryOperator.OR) {
      return Arithmetic.truth(truth(binary.left()) || truth(binary.right()));
    }
    int column = binary.column();
    var left = number(of(binary.left()), binary.left().column());
    var right = number(of(binary.right()), binary.right().column());
    var pointers = pointers(binary.operator(), left, right, column);
    return pointers.isPresent()
        ? pointers.get()
        : Arithmetic.apply(binary.operator(), left, right, column);
  }

  private Optional<Operand> pointers(
      BinaryOperator operator, Operand left, Operand right, int column)
      throws ExpressionException, IOException {
    boolean plus = operator == BinaryOperator.PLUS;
    if (!plus && operator != BinaryOperator.MINUS) {
      return Optional.empty();
    }
    var first = left.type() instanceof Pointer pointer ? pointer : null;
    var second = right.type() instanceof Pointer pointer ? pointer : null;
    if (first != null && second == null && right instanceof Whole by) {
      long bytes = stride(first, column) * by.value();
      return Optional.of(new Whole(first, ((Whole) left).value() + (plus ? bytes : -bytes)));
    }
    if (plus && first == null && second != null && left instanceof Whole by) {
      return Optional.of(
          new Whole(second, ((Whole) right).value() + stride(second, column) * by.value()));
    }
    if (!plus && first != null && second != null) {
      long apart = ((Whole) left).value() - ((Whole) right).value();
      return Optional.of(new Whole(Arithmetic.LONG, apart / stride(first, column)));
    }
    return Optional.empty();
  }

  /// Bytes from one element to the next; of `void` and code 1, as GNU C has it.
  private long stride(Pointer pointer, int column) throws ExpressionException, IOException {
    var target = words.whole(pointer.target());
    if (target instanceof Type.Nothing || target instanceof Type.Code) {
      return 1;
    }
    long size = words.size(pointer.target());
    if (size <= 0) {
      throw new ExpressionException(
          column, "the size of " + Spelling.of(pointer.target()) + " is not known");
    }
    return size;
  }

  private Operand slice(Binary slice) throws ExpressionException, IOException {
    if (!(of(slice.left()) instanceof Place place) || place.bits() != 0) {
      throw new ExpressionException(slice.column(), "only what lies in memory has more beside it");
    }
    var count = number(of(slice.right()), slice.right().column());
    if (!(count instanceof Whole(var type, var value)) || value < 1 || value > MOST_SLICE) {
      throw new ExpressionException(slice.right().column(), "this is no count of elements");
    }
    return new Place(new Array(place.type(), value), place.address());
  }

  private Operand member(Member member) throws ExpressionException, IOException {
    int column = member.column();
    var operand = of(member.of());
    var at =
        words.whole(operand.type()) instanceof Pointer || !(operand instanceof Place held)
            ? follow(operand, column)
            : held;
    if (!(words.whole(at.type()) instanceof Struct struct)) {
      throw new ExpressionException(
          column, Spelling.of(at.type()) + " has no members, so no " + member.name());
    }
    var found = words.types().member(struct, member.name());
    if (found.isEmpty()) {
      var names = struct.members().stream().map(Type.Member::name).toList();
      throw new ExpressionException(
          column,
          Spelling.of(at.type())
              + " has no member "
              + member.name()
              + Nearest.hint(member.name(), names));
    }
    long bit = found.get().bit();
    int bits = found.get().bits();
    return new Place(
        found.get().type(),
        at.address() + bit / Byte.SIZE,
        bits == 0 ? 0 : (int) (bit % Byte.SIZE),
        bits);
  }

  private Operand index(Index index) throws ExpressionException, IOException {
    int column = index.column();
    var array = loader.load(of(index.of()), column);
    var by = number(of(index.index()), index.index().column());
    if (!(array instanceof Whole(Pointer pointer, var address)) || !(by instanceof Whole number)) {
      throw new ExpressionException(column, "this is no array and no pointer");
    }
    return new Place(pointer.target(), address + stride(pointer, column) * number.value());
  }

  private Operand size(Type type, int column) throws ExpressionException, IOException {
    long size = words.size(type);
    if (size <= 0) {
      throw new ExpressionException(column, "the size of " + Spelling.of(type) + " is not known");
    }
    return new Whole(Arithmetic.UNSIGNED_LONG, size);
  }

  private Operand cast(Cast cast) throws ExpressionException, IOException {
    var type = names().type(cast.type());
    var operand = of(cast.operand());
    var whole = words.whole(type);
    if (whole instanceof Struct || whole instanceof Array) {
      if (operand instanceof Place place && place.bits() == 0) {
        return new Place(type, place.address());
      }
      throw new ExpressionException(cast.column(), "only what lies in memory can be seen as this");
    }
    var value = loader.load(operand, cast.column());
    return switch (whole) {
      case Type.Int to -> new Whole(type, fit(value, to.size(), to.unsigned()));
      case Type.Bool ignored -> new Whole(type, truth(value) ? 1 : 0);
      case Type.Enumeration to -> new Whole(type, fit(value, to.size(), Loader.unsigned(to)));
      case Pointer to -> new Whole(to, fit(value, to.size(), true));
      case Type.Floating to -> new Real(type, Arithmetic.real(value));
      case Type other ->
          throw new ExpressionException(cast.column(), "nothing is cast to " + Spelling.of(type));
    };
  }

  private static boolean truth(Operand value) {
    return Arithmetic.real(value) != 0;
  }

  private static long fit(Operand value, int size, boolean unsigned) {
    return Arithmetic.fit(
        value instanceof Whole whole ? whole.value() : (long) Arithmetic.real(value),
        size,
        unsigned);
  }
}
