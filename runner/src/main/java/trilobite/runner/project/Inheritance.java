// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.tomlj.TomlTable;
import trilobite.model.check.Fix;
import trilobite.model.check.Suggestion;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Remarks;

/// The targets of a file and whom each inherits from. A chain that leads back to itself or to a
/// target that is not there ends at that point, with an error.
record Inheritance(SequencedMap<String, TomlTable> tables, Remarks remarks) {

  static Inheritance of(Fields root, Remarks remarks) {
    var tables = new LinkedHashMap<String, TomlTable>();
    root.table("target")
        .ifPresent(
            targets -> {
              for (var name : targets.levels().getFirst().table().keySet()) {
                targets
                    .table(name)
                    .ifPresent(table -> tables.put(name, table.levels().getFirst().table()));
              }
            });
    return new Inheritance(tables, remarks);
  }

  SequencedSet<String> names() {
    return tables.sequencedKeySet();
  }

  /// The target's fields, with those behind them that it inherits.
  Fields fields(String name) {
    var chain = new ArrayList<String>();
    var levels = new ArrayList<Fields.Level>();
    var next = Optional.of(name);
    while (next.isPresent()) {
      chain.add(next.get());
      var path = FieldPath.target(next.get());
      var table = Objects.requireNonNull(tables.get(next.get()));
      levels.add(new Fields.Level(path, table));
      next = parent(Fields.of(path, table, remarks), chain);
    }
    return new Fields(List.copyOf(levels), remarks);
  }

  private Optional<String> parent(Fields fields, List<String> chain) {
    var named = fields.string("inherits");
    if (named.isEmpty()) {
      return named;
    }
    var parent = named.get();
    var field = fields.path("inherits");
    var remove = new Fix("Remove “inherits”", List.of(new ProjectEdit.Remove(field)));
    if (chain.contains(parent)) {
      var circle = new ArrayList<>(chain.subList(chain.indexOf(parent), chain.size()));
      circle.add(parent);
      remarks.error(
          field, "Targets inherit in a circle: " + String.join(" → ", circle) + ".", remove);
      return Optional.empty();
    }
    if (!tables.containsKey(parent)) {
      var near = Suggestion.nearest(parent, tables.keySet());
      var fix =
          near.map(n -> new Fix("Use " + n, List.of(new ProjectEdit.Set(field, n)))).orElse(remove);
      remarks.error(
          field,
          "There is no target “" + parent + "” to inherit from." + Suggestion.question(near),
          fix);
      return Optional.empty();
    }
    return named;
  }
}
