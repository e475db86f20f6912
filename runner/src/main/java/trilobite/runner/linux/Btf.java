// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A kernel's types in its own format. Layout: Documentation/bpf/btf.rst and
/// include/uapi/linux/btf.h of Linux 6.1. Names and numbers are looked at when they are asked for.
final class Btf {

  static final int MAGIC = 0x0001eb9f;
  static final int HEADER = 24;
  static final int MOST_BYTES = 32 << 20;

  private static final int MOST_TYPES = 1 << 20;
  private static final int MOST_NAME = 512;

  private final ByteBuffer types;
  private final ByteBuffer texts;
  private final int[] starts;
  private final Map<String, Integer> named = new HashMap<>();
  private final Map<String, Integer> variables = new HashMap<>();

  private Btf(ByteBuffer types, ByteBuffer texts, int[] starts) {
    this.types = types;
    this.texts = texts;
    this.starts = starts;
  }

  /// Bytes of the whole, by its header; 0 where it is none.
  static long length(ByteBuffer header) {
    if (header.limit() < HEADER || header.getInt(0) != MAGIC || header.getInt(4) != HEADER) {
      return 0;
    }
    long types = end(header, 8);
    long texts = end(header, 16);
    long all = HEADER + Math.max(types, texts);
    return types < 0 || texts < 0 || all > MOST_BYTES ? 0 : all;
  }

  private static long end(ByteBuffer header, int at) {
    return Integer.toUnsignedLong(header.getInt(at))
        + Integer.toUnsignedLong(header.getInt(at + 4));
  }

  /// @throws NoKernelException where it is broken
  static Btf read(ByteBuffer bytes) throws NoKernelException {
    try {
      if (length(bytes) == 0 || length(bytes) > bytes.limit()) {
        throw new NoKernelException("no header of types");
      }
      var btf =
          new Btf(
              piece(bytes, bytes.getInt(8), bytes.getInt(12)),
              piece(bytes, bytes.getInt(16), bytes.getInt(20)),
              new int[1]);
      return btf.indexed();
    } catch (IndexOutOfBoundsException e) {
      throw new NoKernelException("the types reach too far");
    }
  }

  private static ByteBuffer piece(ByteBuffer bytes, int at, int length) {
    return bytes.slice(HEADER + at, length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private Btf indexed() throws NoKernelException {
    var all = new int[1024];
    int count = 1;
    for (int at = 0; at + 12 <= types.limit(); count++) {
      if (count == MOST_TYPES) {
        throw new NoKernelException("there are too many types");
      }
      if (count == all.length) {
        all = Arrays.copyOf(all, count * 2);
      }
      all[count] = at;
      at += 12 + more(types.getInt(at + 4));
    }
    var btf = new Btf(types, texts, Arrays.copyOf(all, count));
    for (int id = 1; id < count; id++) {
      btf.index(id);
    }
    return btf;
  }

  private static int more(int info) throws NoKernelException {
    int members = info & 0xffff;
    return switch (code(info)) {
      case 1, 14, 17 -> 4;
      case 2, 7, 8, 9, 10, 11, 12, 16, 18 -> 0;
      case 3 -> 12;
      case 4, 5, 15, 19 -> members * 12;
      case 6, 13 -> members * 8;
      default -> throw new NoKernelException("an unknown kind of type");
    };
  }

  private static int code(int info) {
    return info >>> 24 & 0x1f;
  }

  private void index(int id) {
    var name = name(id);
    if (!name.isEmpty()) {
      switch (kind(id)) {
        case STRUCT -> named.putIfAbsent("struct " + name, id);
        case UNION -> named.putIfAbsent("union " + name, id);
        case ENUM, ENUM64 -> named.putIfAbsent("enum " + name, id);
        case TYPEDEF, INT -> named.putIfAbsent(name, id);
        case VAR -> variables.putIfAbsent(name, id);
        case POINTER, ARRAY, FORWARD, QUALIFIER, FUNCTION, FLOAT, OTHER -> {}
      }
    }
  }

  enum Kind {
    INT,
    POINTER,
    ARRAY,
    STRUCT,
    UNION,
    ENUM,
    ENUM64,
    FORWARD,
    TYPEDEF,
    /// `const`, `volatile`, `restrict` and tags: the type behind counts.
    QUALIFIER,
    FUNCTION,
    FLOAT,
    VAR,
    OTHER
  }

  Kind kind(int id) {
    return switch (id <= 0 || id >= starts.length ? 0 : code(types.getInt(starts[id] + 4))) {
      case 1 -> Kind.INT;
      case 2 -> Kind.POINTER;
      case 3 -> Kind.ARRAY;
      case 4 -> Kind.STRUCT;
      case 5 -> Kind.UNION;
      case 6 -> Kind.ENUM;
      case 7 -> Kind.FORWARD;
      case 8 -> Kind.TYPEDEF;
      case 9, 10, 11, 18 -> Kind.QUALIFIER;
      case 12, 13 -> Kind.FUNCTION;
      case 14 -> Kind.VAR;
      case 16 -> Kind.FLOAT;
      case 19 -> Kind.ENUM64;
      default -> Kind.OTHER;
    };
  }

  /// The type of that name; 0 where there is none.
  int find(String name) {
    return named.getOrDefault(name, 0);
  }

  int variable(String name) {
    return variables.getOrDefault(name, 0);
  }

  int count() {
    return starts.length - 1;
  }

  String name(int id) {
    return text(types.getInt(starts[id]));
  }

  /// True where the type has its flag: bit fields in a structure, signed constants in an enum.
  boolean flag(int id) {
    return types.getInt(starts[id] + 4) < 0;
  }

  int members(int id) {
    return types.getInt(starts[id] + 4) & 0xffff;
  }

  /// Bytes of the type, or the number of the one behind it: the two share a place.
  int size(int id) {
    return types.getInt(starts[id] + 8);
  }

  /// A word of what follows a type.
  int word(int id, int at) {
    return types.getInt(starts[id] + 12 + at * 4);
  }

  String text(int at) {
    if (at <= 0 || at >= texts.limit()) {
      return "";
    }
    int end = at;
    while (end < texts.limit() && end - at < MOST_NAME && texts.get(end) != 0) {
      end++;
    }
    var bytes = new byte[end - at];
    texts.get(at, bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
