// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.type.Type;

/// C's own words for types, of the x86-64 System V ABI, 3.1.2: the same on every 64-bit Unix.
public final class TypeWords {

  static final Set<String> TAGS = Set.of("struct", "union", "enum");
  static final Set<String> IGNORED = Set.of("const", "volatile", "restrict", "_Atomic");
  private static final Set<String> WORDS =
      Set.of(
          "void",
          "char",
          "short",
          "int",
          "long",
          "signed",
          "unsigned",
          "float",
          "double",
          "_Bool",
          "bool");

  private TypeWords() {}

  static boolean begins(String word) {
    return WORDS.contains(word) || TAGS.contains(word) || IGNORED.contains(word);
  }

  static boolean word(String word) {
    return WORDS.contains(word);
  }

  /// The type that words such as `unsigned long` stand for; empty where they stand for none.
  public static Optional<Type> type(String name) {
    var words = new ArrayList<>(List.of(name.split(" ", -1)));
    if (!WORDS.containsAll(words)) {
      return Optional.empty();
    }
    var unsigned = words.remove("unsigned");
    var signed = words.remove("signed");
    var rest = String.join(" ", words.stream().sorted().toList());
    return switch (rest) {
      case "void" -> plain(new Type.Nothing(), unsigned || signed);
      case "_Bool", "bool" -> plain(new Type.Bool(rest, 1), unsigned || signed);
      case "float" -> plain(new Type.Floating("float", 4), unsigned || signed);
      case "double" -> plain(new Type.Floating("double", 8), unsigned || signed);
      case "char" ->
          Optional.of(
              new Type.Int(
                  unsigned ? "unsigned char" : signed ? "signed char" : "char", 1, unsigned));
      case "short", "int short" -> whole("short", 2, unsigned);
      case "", "int" -> whole("int", 4, unsigned);
      case "long", "int long", "long long", "int long long" -> whole("long", 8, unsigned);
      default -> Optional.empty();
    };
  }

  private static Optional<Type> plain(Type type, boolean odd) {
    return odd ? Optional.empty() : Optional.of(type);
  }

  private static Optional<Type> whole(String name, int size, boolean unsigned) {
    return Optional.of(new Type.Int(unsigned ? "unsigned " + name : name, size, unsigned));
  }
}
