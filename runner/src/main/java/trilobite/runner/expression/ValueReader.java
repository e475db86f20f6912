// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Optional;
import trilobite.model.inspect.Value;
import trilobite.model.type.Type;
import trilobite.runner.expression.Operand.Place;
import trilobite.runner.memory.Memory;
import trilobite.runner.value.Spelling;

/// Reads values whole, within bounds: so many levels deep, so many elements of an array, so many
/// values in all. What is left out says so.
final class ValueReader {

  private static final int MOST_DEPTH = 8;
  private static final int MOST_ELEMENTS = 200;
  private static final int MOST_VALUES = 4_000;
  private static final int MOST_OPAQUE = 64;

  private final Vocabulary words;
  private final Memory memory;
  private int values;

  ValueReader(Vocabulary words, Memory memory) {
    this.words = words;
    this.memory = memory;
  }

  Value of(Operand operand) throws IOException {
    return switch (operand) {
      case Operand.Whole whole -> whole(whole);
      case Operand.Real(var type, var value) -> new Value.Real(Spelling.of(type), value);
      case Place place ->
          read(place, Window.over(memory, place.address(), words.size(place.type())), MOST_DEPTH);
    };
  }

  private Value whole(Operand.Whole whole) throws IOException {
    return plain(whole.type(), words.whole(whole.type()), whole.value(), memory);
  }

  private Value read(Place place, Memory from, int depth) throws IOException {
    var spelling = Spelling.of(place.type());
    if (++values > MOST_VALUES) {
      return new Value.Absent(spelling, "no more than " + MOST_VALUES + " values are shown");
    }
    if (depth == 0) {
      return new Value.Absent(spelling, "nested too deeply to be shown");
    }
    try {
      return found(place, from, depth);
    } catch (IOException e) {
      return new Value.Absent(spelling, String.valueOf(e.getMessage()));
    }
  }

  private Value found(Place place, Memory from, int depth) throws IOException {
    var spelling = Spelling.of(place.type());
    var type = words.whole(place.type());
    var loader = new Loader(words, from);
    return switch (type) {
      case Type.Int number when number.size() <= Long.BYTES ->
          plain(place.type(), type, loader.bits(place, number.size(), number.unsigned()), from);
      case Type.Bool bool -> plain(place.type(), type, loader.bits(place, bool.size(), true), from);
      case Type.Enumeration all ->
          plain(place.type(), type, loader.bits(place, all.size(), Loader.unsigned(all)), from);
      case Type.Pointer pointer ->
          plain(place.type(), type, loader.bits(place, pointer.size(), true), from);
      case Type.Floating real when real.size() == 4 ->
          new Value.Real(spelling, from.read(place.address(), 4).getFloat(0));
      case Type.Floating real when real.size() == 8 ->
          new Value.Real(spelling, from.read(place.address(), 8).getDouble(0));
      case Type.Struct struct -> struct(place, struct, from, depth);
      case Type.Array array -> new ArrayReader(this, from, depth).read(place, array);
      case Type.Code code -> plain(new Type.Pointer(code, 8), code, place.address(), from);
      case Type.Nothing ignored ->
          new Value.Absent(
              spelling, "the debug information says nothing of its type: cast it, as *(T *)&name");
      case Type.Ref(var name) -> new Value.Absent(spelling, "nothing is known of the type " + name);
      case Type.Int ignored -> opaque(place, from);
      case Type.Floating ignored -> opaque(place, from);
      case Type.Other ignored -> opaque(place, from);
      case Type.Alias ignored -> opaque(place, from);
    };
  }

  private Value opaque(Place place, Memory from) throws IOException {
    int size = Math.clamp(words.size(place.type()), 0, MOST_OPAQUE);
    var bytes = new byte[size];
    from.read(place.address(), bytes, 0, size);
    return new Value.Opaque(Spelling.of(place.type()), HexFormat.of().formatHex(bytes));
  }

  private Value plain(Type named, Type type, long bits, Memory from) throws IOException {
    var spelling = Spelling.of(named);
    return switch (type) {
      case Type.Pointer pointer ->
          new Value.Pointer(
              spelling,
              bits,
              words.at(bits),
              bits == 0 ? Optional.empty() : new Peek(words, from).text(pointer.target(), bits));
      case Type.Code ignored -> new Value.Pointer(spelling, bits, words.at(bits), Optional.empty());
      case Type.Enumeration all ->
          new Value.Whole(
              spelling, bits, Loader.unsigned(all), all.size(), Constants.name(all, bits));
      case Type.Bool bool ->
          new Value.Whole(
              spelling,
              bits,
              true,
              bool.size(),
              bits == 0
                  ? Optional.of("false")
                  : bits == 1 ? Optional.of("true") : Optional.empty());
      case Type.Int number ->
          new Value.Whole(
              spelling,
              bits,
              number.unsigned(),
              number.size(),
              Peek.character(number) ? Constants.character(bits) : Optional.empty());
      default -> new Value.Whole(spelling, bits, false, Long.BYTES, Optional.empty());
    };
  }

  private Value struct(Place place, Type.Struct struct, Memory from, int depth) throws IOException {
    var parts = new ArrayList<Value.Part>();
    var cut = Optional.<String>empty();
    for (var member : struct.members()) {
      if (values >= MOST_VALUES) {
        cut = Optional.of("no more than " + MOST_VALUES + " values are shown");
        break;
      }
      boolean field = member.bits() != 0;
      var at =
          new Place(
              member.type(),
              place.address() + member.bit() / Byte.SIZE,
              field ? (int) (member.bit() % Byte.SIZE) : 0,
              member.bits());
      parts.add(
          new Value.Part(
              member.name(),
              read(at, from, depth - 1),
              member.bit() / Byte.SIZE,
              words.size(member.type())));
    }
    return new Value.Composite(Spelling.of(place.type()), struct.union(), parts, cut);
  }

  /// Reads arrays for the values around them.
  private record ArrayReader(ValueReader values, Memory from, int depth) {

    Value read(Place place, Type.Array array) throws IOException {
      var spelling = Spelling.of(place.type());
      long size = values.words.size(array.element());
      if (size <= 0) {
        return new Value.Absent(
            spelling, "the size of " + Spelling.of(array.element()) + " is not known");
      }
      if (values.words.whole(array.element()) instanceof Type.Int each && each.size() == 1) {
        var text = new Peek(values.words, from).text(place.address(), each, array.count());
        if (text.isPresent()) {
          var cut =
              array.count() > Peek.LONGEST && text.get().length() >= Peek.LONGEST
                  ? Optional.of("%d of %d characters".formatted(Peek.LONGEST, array.count()))
                  : Optional.<String>empty();
          return new Value.Sequence(spelling, array.count(), java.util.List.of(), text, cut);
        }
      }
      var elements = new ArrayList<Value>();
      long shown = Math.min(array.count(), MOST_ELEMENTS);
      for (long i = 0; i < shown && values.values < MOST_VALUES; i++) {
        elements.add(
            values.read(new Place(array.element(), place.address() + i * size), from, depth - 1));
      }
      var cut =
          elements.size() < array.count()
              ? Optional.of("%d of %d elements".formatted(elements.size(), array.count()))
              : Optional.<String>empty();
      return new Value.Sequence(spelling, array.count(), elements, Optional.empty(), cut);
    }
  }
}
