// SPDX-License-Identifier: Apache-2.0
package trilobite.model.type;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trilobite.model.type.Type.Alias;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Bool;
import trilobite.model.type.Type.Code;
import trilobite.model.type.Type.Enumeration;
import trilobite.model.type.Type.Floating;
import trilobite.model.type.Type.Int;
import trilobite.model.type.Type.Member;
import trilobite.model.type.Type.Nothing;
import trilobite.model.type.Type.Other;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Type.Struct;

/// The types of one program, as far as they were asked for. Immutable. Whatever the debug
/// information said, resolving ends: names that only lead to names are followed a bounded number of
/// times.
///
/// @param named by name, such as `struct thread`, `enum wait_kind` or `uint32_t`
/// @param symbols the types of variables, by the variable's name
/// @param complete false where more types were needed than are read at once
public record Types(Map<String, Type> named, Map<String, Type> symbols, boolean complete) {

  private static final int MOST_NAMES = 32;
  private static final int MOST_DEPTH = 16;

  public Types {
    named = Map.copyOf(named);
    symbols = Map.copyOf(symbols);
  }

  /// No types at all.
  public static Types none() {
    return new Types(Map.of(), Map.of(), true);
  }

  /// These and some more; where both know a name, these count.
  public Types and(Types more) {
    var names = new HashMap<>(more.named);
    names.putAll(named);
    var variables = new HashMap<>(more.symbols);
    variables.putAll(symbols);
    return new Types(names, variables, complete && more.complete);
  }

  /// The type that a name or alias stands for; a [Ref] only where nothing more is known.
  public Type resolve(Type type) {
    var at = type;
    for (int i = 0; i < MOST_NAMES; i++) {
      switch (at) {
        case Ref(var name) -> {
          var next = named.get(name);
          if (next == null) {
            return at;
          }
          at = next;
        }
        case Alias(var of) -> at = of;
        default -> {
          return at;
        }
      }
    }
    return new Other("?", 0);
  }

  /// Bytes of a type; 0 where unknown.
  public long size(Type type) {
    return size(type, MOST_DEPTH);
  }

  private long size(Type type, int depth) {
    return switch (resolve(type)) {
      case Int number -> number.size();
      case Bool bool -> bool.size();
      case Floating floating -> floating.size();
      case Pointer pointer -> pointer.size();
      case Array(var element, var count) ->
          depth == 0 ? 0 : product(size(element, depth - 1), count);
      case Struct struct -> struct.size();
      case Enumeration enumeration -> enumeration.size();
      case Other other -> other.size();
      case Ref ignored -> 0;
      case Alias ignored -> 0;
      case Code ignored -> 0;
      case Nothing ignored -> 0;
    };
  }

  private static long product(long size, long count) {
    return count > 0 && size > Long.MAX_VALUE / count ? 0 : size * count;
  }

  /// A member by name; members of anonymous structures and unions inside count as well.
  public Optional<Member> member(Struct struct, String name) {
    return member(struct, name, 0, MOST_DEPTH);
  }

  private Optional<Member> member(Struct struct, String name, long from, int depth) {
    for (var member : struct.members()) {
      if (member.name().equals(name)) {
        return Optional.of(new Member(name, from + member.bit(), member.bits(), member.type()));
      }
      if (depth > 0 && member.name().isEmpty() && resolve(member.type()) instanceof Struct inner) {
        var found = member(inner, name, from + member.bit(), depth - 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /// The type of that name, with or without C's `struct`, `union` or `enum` before it.
  public Optional<Type> find(String name) {
    for (var prefix : new String[] {"", "struct ", "union ", "enum "}) {
      if (named.containsKey(prefix + name)) {
        return Optional.of(new Ref(prefix + name));
      }
    }
    return Optional.empty();
  }
}
