// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.runner.profile.Profile.Expect;
import trilobite.runner.profile.Profile.Field;
import trilobite.runner.profile.Profile.HeapLayout;

/// Reads the `[[heap]]` tables of a profile.
record HeapLayouts(String origin) {

  private static final int MOST_BYTES = 4096;
  private static final Set<String> WANTED = Set.of("total", "used", "peak", "blocks");

  List<HeapLayout> read(TomlArray heaps) throws ProfileException {
    var layouts = new ArrayList<HeapLayout>();
    for (var i = 0; i < heaps.size(); i++) {
      var toml = heaps.getTable(i);
      // An allocator without figures of its own is walked only.
      if (toml.contains("symbol") || !toml.contains("walk")) {
        layouts.add(heap(toml));
      }
    }
    return List.copyOf(layouts);
  }

  private HeapLayout heap(TomlTable toml) throws ProfileException {
    var symbol = toml.getString("symbol", () -> "");
    if (symbol.isEmpty()) {
      throw new ProfileException(origin, "a heap names no symbol");
    }
    var size = Math.clamp(toml.getLong("size", () -> 0), -1, MOST_BYTES + 1);
    if (size <= 0 || size > MOST_BYTES) {
      throw new ProfileException(origin, symbol + ": size must be from 1 to " + MOST_BYTES);
    }
    var fields = fields(toml.getTableOrEmpty("fields"), size);
    for (var wanted : WANTED) {
      if (!fields.containsKey(wanted)) {
        throw new ProfileException(origin, symbol + " has no field " + wanted);
      }
    }
    return new HeapLayout(
        toml.getString("name", () -> symbol),
        symbol,
        size,
        expects(toml.getArrayOrEmpty("expect"), size),
        rules(toml.getArrayOrEmpty("rules"), fields),
        fields);
  }

  private Map<String, Field> fields(TomlTable toml, int size) throws ProfileException {
    var fields = new HashMap<String, Field>();
    for (var name : toml.keySet()) {
      fields.put(name, field(toml.getTableOrEmpty(List.of(name)), name, size));
    }
    return Map.copyOf(fields);
  }

  private Field field(TomlTable toml, String what, int size) throws ProfileException {
    var offset = toml.getLong("offset", () -> -1);
    var width = toml.getLong("width", () -> 0);
    if (!List.of(1L, 2L, 4L, 8L).contains(width)) {
      throw new ProfileException(origin, what + ": width must be 1, 2, 4 or 8");
    }
    if (offset < 0 || offset > size - width) {
      throw new ProfileException(origin, what + " lies outside of the structure");
    }
    return new Field((int) offset, (int) width);
  }

  private List<Expect> expects(TomlArray array, int size) throws ProfileException {
    var expects = new ArrayList<Expect>();
    for (var i = 0; i < array.size(); i++) {
      var toml = array.getTable(i);
      var what = toml.getString("what", () -> "a number");
      expects.add(new Expect(what, field(toml, what, size), toml.getLong("value", () -> 0)));
    }
    return List.copyOf(expects);
  }

  private List<Rule> rules(TomlArray array, Map<String, Field> fields) throws ProfileException {
    var rules = new ArrayList<Rule>();
    for (var i = 0; i < array.size(); i++) {
      var rule = Rule.parse(array.getString(i));
      if (!fields.keySet().containsAll(rule.fields())) {
        throw new ProfileException(origin, "\"" + rule.text() + "\" speaks of an unknown field");
      }
      rules.add(rule);
    }
    return List.copyOf(rules);
  }
}
