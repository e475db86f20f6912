// SPDX-License-Identifier: Apache-2.0
package trilobite.model.type;

import java.util.List;

/// A type of the guest's program, as its debug information has it. Named types stand behind a
/// [Ref], so that a structure may point at itself; [Types] resolves them.
public sealed interface Type {

  /// A whole number or a character.
  ///
  /// @param name as the language spells it
  /// @param size bytes
  record Int(String name, int size, boolean unsigned) implements Type {}

  record Bool(String name, int size) implements Type {}

  record Floating(String name, int size) implements Type {}

  /// @param size bytes of the pointer itself
  record Pointer(Type target, int size) implements Type {}

  /// @param count elements; 0 where the debug information names no number
  record Array(Type element, long count) implements Type {}

  /// A type that is known by name, such as `struct thread` or `uint32_t`.
  record Ref(String name) implements Type {}

  /// Another name for a type.
  record Alias(Type of) implements Type {}

  /// A structure or union.
  ///
  /// @param size bytes
  /// @param union true where all members share one place
  record Struct(long size, boolean union, List<Member> members) implements Type {}

  /// @param size bytes
  record Enumeration(int size, List<Constant> constants) implements Type {}

  /// Code, reached through a pointer.
  record Code() implements Type {}

  /// Nothing, as in `void *`.
  record Nothing() implements Type {}

  /// A type of which only the size is known.
  record Other(String name, long size) implements Type {}

  /// @param name empty for an anonymous structure or union, whose members count as the outer one's
  /// @param bit offset from the structure's begin, in bits
  /// @param bits width of a bit field; 0 for whole bytes
  record Member(String name, long bit, int bits, Type type) {}

  /// A name for a value.
  record Constant(String name, long value) {}
}
