// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.List;
import org.tomlj.TomlTable;
import trilobite.runner.profile.Container.Walking;

/// Reads the `[container.…]` tables of a profile.
record Containers(String origin) {

  private static final int MOST_NESTING = 6;
  private static final int MOST_PARTS = 8;

  List<Container> read(TomlTable all) throws ProfileException {
    var containers = new ArrayList<Container>();
    for (var name : all.keySet()) {
      containers.add(one(name, all.getTableOrEmpty(List.of(name))));
    }
    return List.copyOf(containers);
  }

  Container one(String name, TomlTable toml) throws ProfileException {
    return new Container(name, text(toml, name, "start"), walking(toml, name, MOST_NESTING));
  }

  private Walking walking(TomlTable toml, String name, int nesting) throws ProfileException {
    if (nesting == 0) {
      throw new ProfileException(origin, name + " is nested too deeply");
    }
    var shape = text(toml, name, "shape");
    return switch (shape) {
      case "linked" -> new Walking.Linked(of(toml, name), or(toml, "first", ""), next(toml));
      case "tail-queue" ->
          new Walking.Linked(
              of(toml, name),
              or(toml, "first", "tqh_first"),
              text(toml, name, "link") + "." + or(toml, "next", "tqe_next"));
      case "list-head" ->
          new Walking.ListHead(
              of(toml, name), text(toml, name, "link"), next(toml), or(toml, "prev", "prev"));
      case "node-list" ->
          new Walking.NodeList(
              of(toml, name), or(toml, "first", "first"), text(toml, name, "link"), next(toml));
      case "array" -> new Walking.Array(of(toml, name), count(toml), pointers(toml));
      case "vector" ->
          new Walking.Vector(
              of(toml, name),
              text(toml, name, "data"),
              text(toml, name, "end"),
              pointers(toml),
              Math.clamp(toml.getLong("more", () -> 0), 0, 1),
              or(toml, "link", ""));
      case "red-black-tree" ->
          new Walking.Tree(
              of(toml, name),
              text(toml, name, "link"),
              or(toml, "root", "rb_node"),
              or(toml, "left", "rb_left"),
              or(toml, "right", "rb_right"),
              toml.getLong("tags", () -> 0));
      case "b-tree" ->
          new Walking.BTree(
              of(toml, name),
              text(toml, name, "root"),
              text(toml, name, "height"),
              text(toml, name, "leaf"),
              text(toml, name, "inner"),
              or(toml, "length", "len"),
              or(toml, "values", "vals"),
              or(toml, "edges", "edges"));
      case "buckets" ->
          new Walking.Buckets(or(toml, "at", ""), count(toml), each(toml, name, nesting));
      case "per-cpu" ->
          new Walking.PerCpu(text(toml, name, "offsets"), count(toml), each(toml, name, nesting));
      case "through" ->
          new Walking.Through(of(toml, name), each(toml, name, nesting), text(toml, name, "path"));
      case "nested" ->
          new Walking.Nested(
              walking(toml.getTableOrEmpty("outer"), name + ".outer", nesting - 1),
              text(toml, name, "path"),
              each(toml, name, nesting));
      case "joined" -> new Walking.Joined(of(toml, name), parts(toml, name, nesting));
      default -> throw new ProfileException(origin, name + ": no shape is called " + shape);
    };
  }

  private List<Walking.Joined.Part> parts(TomlTable toml, String name, int nesting)
      throws ProfileException {
    var parts = new ArrayList<Walking.Joined.Part>();
    var tables = toml.getArrayOrEmpty("part");
    for (int i = 0; i < tables.size(); i++) {
      if (parts.size() == MOST_PARTS || !(tables.get(i) instanceof TomlTable part)) {
        throw new ProfileException(origin, name + ".part must be at most 8 tables");
      }
      var each = walking(part, "%s.part[%d]".formatted(name, i), nesting - 1);
      parts.add(new Walking.Joined.Part(text(part, name, "from"), each));
    }
    return List.copyOf(parts);
  }

  private Walking each(TomlTable toml, String name, int nesting) throws ProfileException {
    return walking(toml.getTableOrEmpty("each"), name + ".each", nesting - 1);
  }

  private String of(TomlTable toml, String name) throws ProfileException {
    return text(toml, name, "of");
  }

  private static String next(TomlTable toml) {
    return or(toml, "next", "next");
  }

  private static boolean pointers(TomlTable toml) {
    return toml.getBoolean("pointers", () -> false);
  }

  private long count(TomlTable toml) throws ProfileException {
    var count = toml.getLong("count", () -> 0);
    if (count < 0) {
      throw new ProfileException(origin, "a count of " + count + " makes no sense");
    }
    return count;
  }

  private static String or(TomlTable toml, String key, String fallback) {
    return toml.getString(key, () -> fallback);
  }

  private String text(TomlTable toml, String name, String key) throws ProfileException {
    var text = toml.getString(key, () -> "");
    if (text.isEmpty()) {
      throw new ProfileException(origin, "container " + name + " has no " + key);
    }
    return text;
  }
}
