// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.List;
import java.util.Optional;
import trilobite.model.check.Finding;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.ProjectRules;
import trilobite.model.check.Severity;
import trilobite.model.command.CommandLine;
import trilobite.model.port.ProjectFormat;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.model.project.Target;

/// What the form shows: the target as the text in force has it, what is wrong with it, and the
/// command line it makes. Knows no JavaFX.
final class ConfigModel {
  private final ProjectFormat format;
  private Optional<ParsedProject> parsed = Optional.empty();
  private String target = "";
  private Optional<HostFacts> host = Optional.empty();
  private Optional<CommandLine> command = Optional.empty();

  ConfigModel(ProjectFormat format) {
    this.format = format;
  }

  void show(ParsedProject project, String name) {
    parsed = Optional.of(project);
    target = name;
  }

  void facts(HostFacts facts) {
    host = Optional.of(facts);
  }

  void command(CommandLine line) {
    command = Optional.of(line);
  }

  String targetName() {
    return target;
  }

  List<String> targets() {
    return parsed
        .flatMap(ParsedProject::project)
        .map(p -> List.copyOf(p.targets().keySet()))
        .orElse(List.of());
  }

  Optional<Target> target() {
    return parsed
        .flatMap(ParsedProject::project)
        .flatMap(p -> Optional.ofNullable(p.targets().get(target)));
  }

  Optional<ParsedProject> parsed() {
    return parsed;
  }

  Optional<HostFacts> host() {
    return host;
  }

  Optional<CommandLine> command() {
    return command;
  }

  /// The text with the edits applied, unless it is no TOML at the moment.
  Optional<String> edited(List<ProjectEdit> edits) {
    try {
      return parsed.map(p -> format.edit(p.text(), edits)).filter(t -> !t.equals(text()));
    } catch (IllegalArgumentException notToml) {
      return Optional.empty();
    }
  }

  String text() {
    return parsed.map(ParsedProject::text).orElse("");
  }

  /// All findings; until the machine was looked at, those of the text alone.
  List<Finding> findings() {
    if (parsed.isEmpty()) {
      return List.of();
    }
    return host.map(h -> ProjectRules.check(parsed.get(), target, h))
        .orElseGet(() -> parsed.get().findings());
  }

  /// Findings at a field or below it.
  List<Finding> findings(FieldPath field) {
    return findings().stream()
        .filter(f -> f.field().filter(p -> p.within(field)).isPresent())
        .toList();
  }

  /// The gravest finding of a section.
  Optional<Severity> gravest(Section section) {
    return findings().stream()
        .filter(f -> f.field().flatMap(this::sectionOf).filter(section::equals).isPresent())
        .map(Finding::severity)
        .min(java.util.Comparator.naturalOrder());
  }

  /// The section of a path of this target.
  Optional<Section> sectionOf(FieldPath path) {
    var keys = path.keys();
    boolean ours = keys.size() >= 3 && keys.get(0).equals("target") && keys.get(1).equals(target);
    return ours ? Optional.of(Section.of(keys.get(2))) : Optional.empty();
  }

  /// Such as `1 problem in Network`; empty where nothing blocks Run.
  String verdict() {
    var errors = findings().stream().filter(f -> f.severity() == Severity.ERROR).toList();
    if (errors.isEmpty()) {
      return "";
    }
    var where =
        errors.getFirst().field().flatMap(this::sectionOf).map(s -> " in " + s.title()).orElse("");
    return errors.size() + (errors.size() == 1 ? " problem" : " problems, the first") + where;
  }

  /// A new target that inherits from the shown one.
  List<ProjectEdit> addTarget(String name) {
    return List.of(new ProjectEdit.Set(FieldPath.target(name, "inherits"), target));
  }

  List<ProjectEdit> removeTarget() {
    return List.of(new ProjectEdit.Remove(FieldPath.target(target)));
  }

  /// A name for a new target that is not taken.
  String freeName() {
    int n = 2;
    while (targets().contains(target + "-" + n)) {
      n++;
    }
    return target + "-" + n;
  }
}
