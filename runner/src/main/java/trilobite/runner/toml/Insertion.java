// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import static trilobite.runner.toml.Splice.indent;
import static trilobite.runner.toml.Splice.insert;
import static trilobite.runner.toml.Splice.newline;
import static trilobite.runner.toml.Splice.nextLine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import trilobite.model.project.FieldPath;

/// Adds a value or a table that is not there yet, beside its nearest relatives.
record Insertion(Layout layout, Map<FieldPath, Node> values) {

  static Insertion into(Layout layout) {
    return new Insertion(layout, layout.values());
  }

  String value(FieldPath path, String written) {
    int depth = path.keys().size() - 1;
    for (int length = depth; length >= 0; length--) {
      var prefix = new FieldPath(path.keys().subList(0, length));
      var rest = path.keys().subList(length, path.keys().size());
      var node = values.get(prefix);
      if (node != null) {
        return inside(node, path, rest, written);
      }
      for (var section : layout.sections()) {
        if (length == depth && section.path().equals(prefix)) {
          return line(section, section.entries().size(), rest, written);
        }
      }
      for (var section : layout.sections().reversed()) {
        int sibling = lastDotted(section, prefix);
        if (sibling >= 0) {
          int above = section.path().keys().size();
          return line(section, sibling + 1, path.keys().subList(above, depth + 1), written);
        }
      }
      if (length == 0 || layout.sections().stream().anyMatch(s -> s.within(prefix))) {
        var line = Values.key(path.keys().getLast()) + " = " + written;
        return section("[", path.parent(), "]", List.of(line), prefix);
      }
    }
    throw new IllegalArgumentException(path + " has no place in this file");
  }

  /// A new element of an array of tables.
  String element(FieldPath array, Map<String, Object> entries) {
    if (values.get(array) instanceof Node.Array inline) {
      var value = Values.write(entries, "");
      return ArrayEdit.add(layout.text(), inline, inline.items().size(), value);
    }
    var prefix = array;
    while (!prefix.keys().isEmpty()) {
      var node = values.get(prefix);
      if (node != null) {
        return value(array, "[" + Values.write(entries, "") + "]");
      }
      var at = prefix;
      if (layout.sections().stream().anyMatch(s -> s.within(at))) {
        break;
      }
      prefix = prefix.parent();
    }
    var lines = new ArrayList<String>();
    entries.forEach((k, v) -> lines.add(Values.key(k) + " = " + Values.write(v, "")));
    return section("[[", array, "]]", lines, prefix);
  }

  private String inside(Node node, FieldPath path, List<String> rest, String written) {
    return switch (node) {
      case Node.Array array
          when rest.size() == 1 && rest.getFirst().equals(Integer.toString(array.items().size())) ->
          ArrayEdit.add(layout.text(), array, array.items().size(), written);
      case Node.Inline inline -> {
        var entry = Values.dotted(rest) + " = " + written;
        var entries = inline.entries();
        yield entries.isEmpty()
            ? insert(layout.text(), inline.start() + 1, " " + entry)
            : insert(layout.text(), entries.getLast().value().end(), ", " + entry);
      }
      case Node.Array _, Node.Scalar _ ->
          throw new IllegalArgumentException(path + " cannot be set: a part of it is no table");
    };
  }

  /// The last entry of a section that defines the table `prefix` by a dotted key; -1 for none.
  private static int lastDotted(Section section, FieldPath prefix) {
    if (section.path().keys().size() >= prefix.keys().size()) {
      return -1;
    }
    for (int i = section.entries().size() - 1; i >= 0; i--) {
      if (section.entries().get(i).path().within(prefix)) {
        return i;
      }
    }
    return -1;
  }

  private String line(Section section, int index, List<String> keys, String written) {
    var text = layout.text();
    var entry = Values.dotted(keys) + " = " + written;
    if (index > 0) {
      var before = section.entries().get(index - 1);
      int at = nextLine(text, before.value().end());
      return own(at, indent(text, before.keyStart()) + entry);
    }
    boolean root = section.path().keys().isEmpty();
    if (root && layout.sections().size() > 1) {
      int at = layout.sections().get(1).start();
      return insert(text, at, entry + newline(text).repeat(2));
    }
    return own(root ? text.length() : section.headerEnd(), entry);
  }

  /// Inserts whole lines at a line's start, or at the end of a text that may lack its last newline.
  private String own(int at, String lines) {
    var text = layout.text();
    var newline = newline(text);
    boolean open = at > 0 && text.charAt(at - 1) != '\n' && text.charAt(at - 1) != '\uFEFF';
    return insert(text, at, (open ? newline : "") + lines + newline);
  }

  /// Writes a table below the last section within `relative`, or at the end of the file.
  private String section(
      String open, FieldPath path, String close, List<String> lines, FieldPath relative) {
    var text = layout.text();
    var newline = newline(text);
    int at = text.length();
    if (!relative.keys().isEmpty()) {
      for (var section : layout.sections()) {
        if (section.within(relative)) {
          at = Removal.contentEnd(text, section);
        }
      }
    }
    var header = open + Values.dotted(withoutIndexes(path)) + close;
    var block = new ArrayList<String>();
    block.add(header);
    block.addAll(lines);
    var body = String.join(newline, block);
    boolean first = text.substring(0, at).isBlank() || text.substring(0, at).equals("\uFEFF");
    boolean spaced = first || text.substring(0, at).endsWith(newline + newline);
    boolean crowded = at < text.length() && !text.startsWith(newline, at);
    return own(at, (spaced ? "" : newline) + body + (crowded ? newline : ""));
  }

  private List<String> withoutIndexes(FieldPath path) {
    var elements =
        layout.sections().stream()
            .filter(Section::element)
            .map(Section::path)
            .collect(Collectors.toSet());
    var keys = new ArrayList<String>();
    for (int i = 0; i < path.keys().size(); i++) {
      if (!elements.contains(new FieldPath(path.keys().subList(0, i + 1)))) {
        keys.add(path.keys().get(i));
      }
    }
    return keys;
  }
}
