// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.model.check.Suggestion;
import trilobite.model.project.FieldPath;
import trilobite.runner.toml.Remarks;

/// The keys of a descriptor. One that is not among them is an error: a misspelt one would be
/// silently without effect.
final class DescriptorKeys {

  private static final Map<String, Set<String>> KEYS =
      Map.ofEntries(
          entry(
              "",
              "schema inherits title summary recognise matchers sign tool install configure build"
                  + " variable times options start page match calls"),
          entry("sign.*", "files texts"),
          entry("tool.*", "program version pattern"),
          entry("configure.*", "command unless when newer than from into"),
          entry("build", "command clean menuconfig env image symbols prebuilt progress"),
          entry("variable.*", "name file pattern otherwise"),
          entry("times", "output log pattern unit"),
          entry("options.*", "title file reader schema sourced words help parts readonly"),
          entry("start", "arch machine memory loader initrd drive append ready network legacy"),
          entry("page", "manual tried source profiles arguments address notes"),
          entry("match.*", "kind pattern json"),
          entry("match.*.json", "item message severity places primary file line column notes"));

  private static Map.Entry<String, Set<String>> entry(String table, String keys) {
    return Map.entry(table, Set.of(keys.split(" ")));
  }

  private DescriptorKeys() {}

  /// All keys as the reference writes them, `*` for the index of a table in a list.
  static Set<String> all() {
    var all = new TreeSet<String>();
    KEYS.forEach(
        (shape, keys) -> keys.forEach(key -> all.add(shape.isEmpty() ? key : shape + "." + key)));
    // A table is described by its keys.
    all.removeIf(key -> KEYS.containsKey(key) || KEYS.containsKey(key + ".*"));
    return all;
  }

  static void check(TomlTable root, Remarks remarks) {
    check(root, new FieldPath(java.util.List.of()), "", remarks);
  }

  private static void check(TomlTable table, FieldPath path, String shape, Remarks remarks) {
    var known = KEYS.get(shape);
    for (var key : table.keySet()) {
      var at = path.then(key);
      if (known != null && !known.contains(key)) {
        var near = Suggestion.nearest(key, known);
        remarks.error(at, "Unknown key " + at + "." + Suggestion.question(near));
      } else {
        var below = shape.isEmpty() ? key : shape + "." + key;
        descend(table.get(java.util.List.of(key)), at, below, remarks);
      }
    }
  }

  private static void descend(
      @org.jspecify.annotations.Nullable Object value,
      FieldPath at,
      String below,
      Remarks remarks) {
    if (value instanceof TomlTable inner && KEYS.containsKey(below)) {
      check(inner, at, below, remarks);
    } else if (value instanceof TomlArray items && KEYS.containsKey(below + ".*")) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof TomlTable inner) {
          check(inner, at.then(Integer.toString(i)), below + ".*", remarks);
        }
      }
    }
  }
}
