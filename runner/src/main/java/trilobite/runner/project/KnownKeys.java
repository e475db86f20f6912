// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.model.check.Fix;
import trilobite.model.check.Suggestion;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.toml.Remarks;

/// The keys that `trilobite.toml` may hold. Others are kept, and warned about.
final class KnownKeys {

  private static final Map<String, Set<String>> KEYS =
      Map.of(
          "", Set.of("project", "build", "target", "debug"),
          "project", Set.of("name", "toolchain"),
          "build", Set.of("command", "env"),
          "target.*",
              Set.of(
                  "inherits",
                  "arch",
                  "machine",
                  "accelerator",
                  "cpu",
                  "memory",
                  "vcpus",
                  "firmware",
                  "kernel",
                  "initrd",
                  "append",
                  "ready",
                  "ready_within",
                  "devices",
                  "qemu",
                  "drive",
                  "network"),
          "target.*.ready", Set.of("regex"),
          "target.*.drive.*", Set.of("file", "format", "readonly", "snapshot", "boot", "cdrom"),
          "target.*.network", Set.of("mode", "forward", "outbound", "tap", "cid", "legacy"),
          "debug", Set.of("profile", "source_map", "symbols"),
          "debug.symbols.*", Set.of("file", "role", "base"));

  private KnownKeys() {}

  /// All keys as the reference writes them, `*` for any name or index.
  static Set<String> all() {
    var all = new TreeSet<String>();
    KEYS.forEach((shape, keys) -> keys.forEach(key -> all.add(shape + "." + key)));
    all.removeIf(key -> key.startsWith("."));
    return all;
  }

  /// Warns about each key that means nothing, with the nearest one that does.
  static void check(TomlTable root, Remarks remarks) {
    check(root, new FieldPath(List.of()), "", remarks);
  }

  private static void check(TomlTable table, FieldPath path, String shape, Remarks remarks) {
    var known = KEYS.get(shape);
    for (var key : table.keySet()) {
      var at = path.then(key);
      if (known != null && !known.contains(key)) {
        var near = Suggestion.nearest(key, known);
        remarks.warning(
            at,
            "Unknown key “" + key + "” is kept but means nothing." + Suggestion.question(near),
            rename(at, near, table.get(List.of(key))));
        continue;
      }
      // Of `target` any name may follow, as of any element of a list.
      var below = shape.isEmpty() ? key : shape + "." + key;
      descend(table.get(List.of(key)), at, below, remarks);
    }
  }

  private static void descend(Object value, FieldPath at, String shape, Remarks remarks) {
    if (value instanceof TomlTable table) {
      if (shape.equals("target")) {
        for (var name : table.keySet()) {
          descend(table.get(List.of(name)), at.then(name), "target.*", remarks);
        }
      } else if (KEYS.containsKey(shape)) {
        check(table, at, shape, remarks);
      }
    } else if (value instanceof TomlArray array) {
      for (int i = 0; i < array.size(); i++) {
        descend(array.get(i), at.then(Integer.toString(i)), shape + ".*", remarks);
      }
    }
  }

  private static Fix[] rename(FieldPath at, Optional<String> near, Object value) {
    if (near.isEmpty()
        || !(value instanceof String || value instanceof Long || value instanceof Boolean)) {
      return new Fix[0];
    }
    var edits =
        List.<ProjectEdit>of(
            new ProjectEdit.Remove(at), new ProjectEdit.Set(at.parent().then(near.get()), value));
    return new Fix[] {new Fix("Rename to " + near.get(), edits)};
  }
}
