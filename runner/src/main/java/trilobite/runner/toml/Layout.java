// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import trilobite.model.project.FieldPath;
import trilobite.model.project.TextPlace;

/// Where everything stands in a valid TOML text. The TOML library tells what the text means but
/// only where keys begin; an editor that keeps the layout needs the extents too.
public final class Layout {

  private final String text;
  private final List<Section> sections;

  Layout(String text, List<Section> sections) {
    this.text = text;
    this.sections = sections;
  }

  String text() {
    return text;
  }

  List<Section> sections() {
    return sections;
  }

  /// Finds the extents in a text that [TomlText] has found valid.
  public static Layout of(String text) {
    return LayoutScanner.scan(text);
  }

  /// Every value by its path, elements of arrays and inline tables included, in text order.
  Map<FieldPath, Node> values() {
    var values = new LinkedHashMap<FieldPath, Node>();
    for (var section : sections) {
      section.entries().forEach(entry -> collect(values, entry.path(), entry.value()));
    }
    return values;
  }

  private static void collect(Map<FieldPath, Node> into, FieldPath path, Node node) {
    into.put(path, node);
    switch (node) {
      case Node.Scalar _ -> {}
      case Node.Array array -> {
        for (int i = 0; i < array.items().size(); i++) {
          collect(into, path.then(Integer.toString(i)), array.items().get(i));
        }
      }
      case Node.Inline inline ->
          inline.entries().forEach(entry -> collect(into, entry.path(), entry.value()));
    }
  }

  /// Places of values and of table headers, as editors count. Columns count UTF-16 units.
  public Map<FieldPath, TextPlace> places() {
    var offsets = new LinkedHashMap<FieldPath, Integer>();
    for (var section : sections) {
      if (!section.path().keys().isEmpty()) {
        offsets.putIfAbsent(section.path(), section.start());
      }
    }
    values().forEach((path, node) -> offsets.put(path, node.start()));
    var lines = new TextLines(text);
    var places = new HashMap<FieldPath, TextPlace>();
    offsets.forEach((path, offset) -> places.put(path, lines.place(offset)));
    return Map.copyOf(places);
  }
}
