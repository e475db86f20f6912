// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.type.Type;
import trilobite.model.type.Types;

/// Reads what `types.py` writes. Nothing in it is trusted: sizes, counts, offsets and depth have
/// bounds, and what does not fit is an error.
final class TypesJson {

  private static final int MOST_TYPES = 10_000;
  private static final int MOST_MEMBERS = 10_000;
  private static final int MOST_DEPTH = 40;
  private static final int MOST_NAME = 1000;
  private static final long MOST_BYTES = 1L << 40;
  private static final ObjectMapper JSON = new ObjectMapper();

  private TypesJson() {}

  /// @throws IOException where the text is not what `types.py` writes
  static Types read(String text) throws IOException {
    var root = JSON.readTree(text);
    if (root == null || !root.path("types").isObject() || !root.path("symbols").isObject()) {
      throw new TypesException("these are no layouts");
    }
    return new Types(
        types(root.get("types")), types(root.get("symbols")), !root.path("cut").asBoolean());
  }

  private static Map<String, Type> types(JsonNode node) throws TypesException {
    if (node.size() > MOST_TYPES) {
      throw new TypesException("too many types");
    }
    var types = new HashMap<String, Type>();
    for (var entry : node.properties()) {
      types.put(name(entry.getKey()), type(entry.getValue(), MOST_DEPTH));
    }
    return types;
  }

  private static Type type(JsonNode node, int depth) throws TypesException {
    if (depth == 0) {
      throw new TypesException("a type is nested too deeply");
    }
    return switch (node.path("k").asText()) {
      // Rust's `()` is written down as a number of no bytes.
      case "int" ->
          width(node) == 0
              ? new Type.Struct(0, false, List.of())
              : new Type.Int(name(node), width(node), node.path("u").asBoolean());
      case "bool" -> new Type.Bool(name(node), width(node));
      case "float" -> new Type.Floating(name(node), (int) bounded(node.path("s"), 64));
      case "ptr" -> new Type.Pointer(type(node.path("t"), depth - 1), width(node));
      case "array" ->
          new Type.Array(type(node.path("t"), depth - 1), bounded(node.path("c"), MOST_BYTES));
      case "ref" -> new Type.Ref(name(node));
      case "alias" -> new Type.Alias(type(node.path("t"), depth - 1));
      case "struct" -> struct(node, false, depth);
      case "union" -> struct(node, true, depth);
      case "enum" -> enumeration(node);
      case "code" -> new Type.Code();
      case "void" -> new Type.Nothing();
      case "other" -> new Type.Other(name(node), bounded(node.path("s"), MOST_BYTES));
      case String kind -> throw new TypesException("no kind of type: " + kind);
    };
  }

  private static Type struct(JsonNode node, boolean union, int depth) throws TypesException {
    var members = new ArrayList<Type.Member>();
    for (var member : few(node.path("m"))) {
      members.add(
          new Type.Member(
              name(member.path(0).asText()),
              bounded(member.path(1), MOST_BYTES),
              (int) bounded(member.path(2), Long.SIZE),
              type(member.path(3), depth - 1)));
    }
    return new Type.Struct(bounded(node.path("s"), MOST_BYTES), union, List.copyOf(members));
  }

  private static Type enumeration(JsonNode node) throws TypesException {
    var constants = new ArrayList<Type.Constant>();
    for (var constant : few(node.path("c"))) {
      constants.add(
          new Type.Constant(name(constant.path(0).asText()), constant.path(1).longValue()));
    }
    return new Type.Enumeration(width(node), List.copyOf(constants));
  }

  private static JsonNode few(JsonNode list) throws TypesException {
    if (list.size() > MOST_MEMBERS) {
      throw new TypesException("too many members");
    }
    return list;
  }

  private static int width(JsonNode node) throws TypesException {
    var size = bounded(node.path("s"), 16);
    return (int) size;
  }

  private static long bounded(JsonNode node, long most) throws TypesException {
    if (!node.isIntegralNumber() || !node.canConvertToLong()) {
      throw new TypesException("a size is no number");
    }
    var value = node.longValue();
    if (value < 0 || value > most) {
      throw new TypesException("a size of " + value + " makes no sense");
    }
    return value;
  }

  private static String name(JsonNode node) throws TypesException {
    return name(node.path("n").asText());
  }

  private static String name(String text) throws TypesException {
    if (text.length() > MOST_NAME) {
      throw new TypesException("a name is too long");
    }
    return text;
  }
}
