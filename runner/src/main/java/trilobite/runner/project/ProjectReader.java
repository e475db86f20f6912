// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import org.tomlj.TomlTable;
import trilobite.model.check.Fix;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Project;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.runner.toml.Fields;
import trilobite.runner.toml.Remarks;

/// Turns the tables of a project file into a [Project], with defaults and remarks.
final class ProjectReader {

  private static final FieldPath ROOT = new FieldPath(List.of());

  private final Fields root;
  private final Remarks remarks;

  private ProjectReader(Fields root, Remarks remarks) {
    this.root = root;
    this.remarks = remarks;
  }

  static Project read(TomlTable table, Remarks remarks) {
    KnownKeys.check(table, remarks);
    return new ProjectReader(Fields.of(ROOT, table, remarks), remarks).project();
  }

  private Project project() {
    var project = root.table("project");
    var build = root.table("build");
    var debug = root.table("debug");
    var command = build.map(b -> b.strings("command")).orElseGet(List::of);
    return new Project(
        name(project),
        project.flatMap(p -> p.string("toolchain")).orElse("command"),
        command,
        build.flatMap(b -> b.table("env")).map(Fields::texts).orElseGet(Map::of),
        Collections.unmodifiableSequencedMap(targets()),
        debug.map(d -> d.tables("symbols")).orElseGet(List::of).stream()
            .map(this::symbols)
            .toList(),
        debug.flatMap(d -> d.string("profile")).orElse("auto"),
        sourceMap(debug));
  }

  private String name(Optional<Fields> project) {
    var name = project.flatMap(p -> p.string("name")).orElse("");
    if (name.isBlank()) {
      remarks.warning(FieldPath.of("project", "name"), "The project has no name.");
      return "unnamed";
    }
    return name;
  }

  private SequencedMap<String, Target> targets() {
    var targets = new LinkedHashMap<String, Target>();
    var inheritance = Inheritance.of(root, remarks);
    for (var name : inheritance.names()) {
      targets.put(name, TargetReader.read(name, inheritance.fields(name), remarks));
    }
    if (targets.isEmpty()) {
      var kernel = FieldPath.target("default", "machine");
      remarks.error(
          FieldPath.of("target"),
          "There is no target, so nothing can run: add a table such as [target.default].",
          new Fix("Add target “default”", List.of(new ProjectEdit.Set(kernel, "q35"))));
    }
    return targets;
  }

  private SymbolFile symbols(Fields symbols) {
    var file = symbols.string("file");
    if (file.isEmpty()) {
      remarks.error(symbols.path("file"), "These debug symbols name no file.");
    }
    var role = symbols.string("role").orElse("kernel");
    if (!List.of("loader", "kernel", "app").contains(role)) {
      remarks.error(symbols.path("role"), "Role “" + role + "” is none of loader, kernel, app.");
    }
    return new SymbolFile(file.orElse(""), role, base(symbols));
  }

  private OptionalLong base(Fields symbols) {
    var text = symbols.stringOrInteger("base").orElse("auto");
    if (text.equals("auto")) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(
          text.startsWith("0x")
              ? Long.parseUnsignedLong(text.substring(2), 16)
              : Long.parseLong(text));
    } catch (NumberFormatException _) {
      remarks.error(symbols.path("base"), "“" + text + "” is no address: write 0x… or \"auto\".");
      return OptionalLong.empty();
    }
  }

  private List<List<String>> sourceMap(Optional<Fields> debug) {
    var pairs = new ArrayList<List<String>>();
    debug
        .map(d -> d.rows("source_map"))
        .orElseGet(List::of)
        .forEach(
            row -> {
              if (row.size() == 2) {
                pairs.add(row);
              } else {
                remarks.error(
                    FieldPath.of("debug", "source_map"),
                    "Each element of source_map is a pair: [\"from\", \"to\"].");
              }
            });
    return List.copyOf(pairs);
  }
}
