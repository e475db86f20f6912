// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.debug.Wanted;

/// Gives out a kernel's types by name, with what they are made of and what that points at; what
/// lies behind further pointers is named, and told when it is asked for.
final class BtfTypes {

  private static final int MOST = 3_000;
  private static final int MOST_DEPTH = 24;
  private static final int HOPS = 1;

  private final Btf btf;
  private final Map<String, Type> named = new HashMap<>();
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Set<Integer> seen = new HashSet<>();

  private record Waiting(int id, int hops) {}

  private BtfTypes(Btf btf) {
    this.btf = btf;
  }

  /// @throws IOException where the types are broken
  static Types of(Btf btf, Wanted wanted) throws IOException {
    try {
      return new BtfTypes(btf).read(wanted);
    } catch (IndexOutOfBoundsException e) {
      throw new NoKernelException("the kernel's own types are broken");
    }
  }

  private Types read(Wanted wanted) {
    var symbols = new HashMap<String, Type>();
    for (var name : wanted.symbols()) {
      int variable = btf.variable(name);
      if (variable > 0) {
        symbols.put(name, type(btf.size(variable), MOST_DEPTH, HOPS));
      }
    }
    for (var name : wanted.types()) {
      for (var tag : List.of("", "struct ", "union ", "enum ")) {
        int id = btf.find(tag + name);
        if (id > 0) {
          type(id, MOST_DEPTH, HOPS);
        }
      }
    }
    boolean complete = true;
    while (!waiting.isEmpty() && complete) {
      var next = waiting.removeFirst();
      named.put(key(next.id).orElse("?"), body(next.id, MOST_DEPTH, next.hops));
      complete = named.size() < MOST;
    }
    return new Types(named, symbols, complete);
  }

  /// The name under which a type is known; an anonymous one has none.
  private Optional<String> key(int id) {
    var name = btf.name(id);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    return switch (btf.kind(id)) {
      case STRUCT -> Optional.of("struct " + name);
      case UNION -> Optional.of("union " + name);
      case ENUM, ENUM64 -> Optional.of("enum " + name);
      case FORWARD -> Optional.of((btf.flag(id) ? "union " : "struct ") + name);
      case TYPEDEF -> Optional.of(name);
      case INT, POINTER, ARRAY, QUALIFIER, FUNCTION, FLOAT, VAR, OTHER -> Optional.empty();
    };
  }

  private Type type(int id, int depth, int hops) {
    if (id == 0) {
      return new Type.Nothing();
    }
    if (depth == 0) {
      return new Type.Other("?", 0);
    }
    var key = key(id);
    if (key.isEmpty()) {
      return body(id, depth, hops);
    }
    if (btf.kind(id) != Btf.Kind.FORWARD && seen.add(id)) {
      waiting.add(new Waiting(id, hops));
    }
    return new Type.Ref(key.get());
  }

  /// What a pointer points at, which may be named only.
  private Type target(int id, int depth, int hops) {
    var key = id == 0 || hops > 0 ? Optional.<String>empty() : key(id);
    return key.isPresent() ? new Type.Ref(key.get()) : type(id, depth, hops - 1);
  }

  private Type body(int id, int depth, int hops) {
    return switch (btf.kind(id)) {
      case INT -> number(id);
      case POINTER -> new Type.Pointer(target(btf.size(id), depth - 1, hops), Long.BYTES);
      case ARRAY ->
          new Type.Array(
              type(btf.word(id, 0), depth - 1, hops), Integer.toUnsignedLong(btf.word(id, 2)));
      case STRUCT, UNION -> struct(id, depth, hops);
      case ENUM -> enumeration(id, false);
      case ENUM64 -> enumeration(id, true);
      case TYPEDEF -> new Type.Alias(type(btf.size(id), depth - 1, hops));
      case QUALIFIER -> type(btf.size(id), depth - 1, hops);
      case FUNCTION -> new Type.Code();
      case FLOAT -> new Type.Floating(btf.name(id), btf.size(id) & 0x3f);
      case FORWARD, VAR, OTHER -> new Type.Other(btf.name(id), 0);
    };
  }

  private Type number(int id) {
    int encoding = btf.word(id, 0) >>> 24;
    int size = btf.size(id) & 0x3f;
    return (encoding & 4) != 0
        ? new Type.Bool(btf.name(id), size)
        : new Type.Int(btf.name(id), size, (encoding & 1) == 0);
  }

  private Type struct(int id, int depth, int hops) {
    var members = new ArrayList<Type.Member>();
    boolean fields = btf.flag(id);
    for (int i = 0; i < btf.members(id); i++) {
      int place = btf.word(id, i * 3 + 2);
      members.add(
          new Type.Member(
              btf.text(btf.word(id, i * 3)),
              fields ? place & 0xffffff : Integer.toUnsignedLong(place),
              fields ? Math.min(place >>> 24, Long.SIZE) : 0,
              type(btf.word(id, i * 3 + 1), depth - 1, hops)));
    }
    return new Type.Struct(
        Integer.toUnsignedLong(btf.size(id)), btf.kind(id) == Btf.Kind.UNION, List.copyOf(members));
  }

  private Type enumeration(int id, boolean wide) {
    var constants = new ArrayList<Type.Constant>();
    int words = wide ? 3 : 2;
    for (int i = 0; i < btf.members(id); i++) {
      int low = btf.word(id, i * words + 1);
      long value =
          wide
              ? Integer.toUnsignedLong(low) | (long) btf.word(id, i * words + 2) << 32
              : btf.flag(id) || low >= 0 ? low : Integer.toUnsignedLong(low);
      constants.add(new Type.Constant(btf.text(btf.word(id, i * words)), value));
    }
    return new Type.Enumeration(Math.max(1, btf.size(id) & 0xf), List.copyOf(constants));
  }
}
