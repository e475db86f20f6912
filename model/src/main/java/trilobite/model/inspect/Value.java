// SPDX-License-Identifier: Apache-2.0
package trilobite.model.inspect;

import java.util.List;
import java.util.Optional;

/// A value of the guest's with its type. Texts in it are the guest's and not escaped.
public sealed interface Value {

  /// The type as C spells it.
  String type();

  /// A whole number, truth value, character or enum.
  ///
  /// @param bits as 64 bits, extended by its sign if it has one
  /// @param size bytes
  /// @param name of an enum's constant or flags, a truth value or a character
  record Whole(String type, long bits, boolean unsigned, int size, Optional<String> name)
      implements Value {}

  record Real(String type, double value) implements Value {}

  /// @param target the symbol there and the distance from it, such as `tide_heap+0x10`
  /// @param text that it points at, where it points at characters
  record Pointer(String type, long address, Optional<String> target, Optional<String> text)
      implements Value {}

  /// A structure or union.
  ///
  /// @param cut why some members are left out
  record Composite(String type, boolean union, List<Part> parts, Optional<String> cut)
      implements Value {}

  /// A member of a structure.
  ///
  /// @param name empty for an anonymous one
  /// @param offset bytes from the structure's begin; of a bit field those of its first bit
  /// @param size bytes; 0 where that is not known
  record Part(String name, Value value, long offset, long size) {}

  /// An array.
  ///
  /// @param text of characters
  /// @param cut why some elements are left out
  record Sequence(
      String type, long count, List<Value> elements, Optional<String> text, Optional<String> cut)
      implements Value {}

  /// Bytes whose type has no more to say.
  record Opaque(String type, String hex) implements Value {}

  /// A value that is not shown: it cannot be read, or lies too deep.
  record Absent(String type, String why) implements Value {}
}
