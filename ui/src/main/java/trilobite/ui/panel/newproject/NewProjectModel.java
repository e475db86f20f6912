// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;

/// What a new project would be, and what is wrong with that. Plain state for one thread.
final class NewProjectModel {

  /// Longest name that a folder may have on common file systems.
  private static final int MOST_NAME = 100;

  private List<ToolchainInfo> toolchains = List.of();
  private List<TemplateInfo> templates = List.of();
  private Optional<String> toolchain = Optional.empty();
  private Optional<String> template = Optional.empty();
  private String name = "";
  private String parent = "";
  private Optional<Path> taken = Optional.empty();

  /// Parts of the page, in its order.
  enum Section {
    TOOLCHAIN("Toolchain"),
    TEMPLATE("Start from"),
    PLACE("Name and place");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// Something that stands in the way.
  record Problem(Section section, String text) {}

  void found(List<ToolchainInfo> tools, List<TemplateInfo> all) {
    toolchains = List.copyOf(tools);
    templates = List.copyOf(all);
    if (toolchain.isEmpty()) {
      // A toolchain that is ready, and has something to start from, is the best guess.
      toolchains.stream()
          .filter(one -> !templatesOf(one.name()).isEmpty())
          .sorted((a, b) -> Boolean.compare(b.installed(), a.installed()))
          .findFirst()
          .ifPresent(one -> choose(one.name()));
    }
  }

  List<ToolchainInfo> toolchains() {
    return toolchains;
  }

  List<TemplateInfo> choices() {
    return toolchain.map(this::templatesOf).orElse(List.of());
  }

  private List<TemplateInfo> templatesOf(String wanted) {
    return templates.stream().filter(one -> one.toolchain().equals(wanted)).toList();
  }

  Optional<String> toolchain() {
    return toolchain;
  }

  Optional<String> template() {
    return template;
  }

  /// Chooses a toolchain and its first template.
  void choose(String name) {
    toolchain = Optional.of(name);
    template = templatesOf(name).stream().map(TemplateInfo::name).findFirst();
  }

  void startFrom(String name) {
    template = Optional.of(name);
  }

  void name(String text) {
    name = text.strip();
  }

  void parent(String text) {
    parent = text.strip();
  }

  String name() {
    return name;
  }

  /// Where the project would lie; empty where name or parent cannot be a path.
  Optional<Path> folder() {
    if (nameProblem().isPresent() || parent.isEmpty()) {
      return Optional.empty();
    }
    try {
      var folder = Path.of(parent);
      return folder.isAbsolute() ? Optional.of(folder.resolve(name)) : Optional.empty();
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  /// A folder that turned out to hold files.
  void taken(Optional<Path> folder) {
    taken = folder;
  }

  private Optional<String> nameProblem() {
    if (name.isEmpty()) {
      return Optional.of("Give the project a name.");
    }
    if (name.length() > MOST_NAME) {
      return Optional.of("A name has at most " + MOST_NAME + " characters.");
    }
    boolean path = name.contains("/") || name.equals(".") || name.equals("..");
    if (path || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of("A name holds no slash and no control characters.");
    }
    return Optional.empty();
  }

  /// In the order of the page; Create is off while there is any.
  List<Problem> problems() {
    var problems = new ArrayList<Problem>();
    if (toolchain.isEmpty()) {
      problems.add(new Problem(Section.TOOLCHAIN, "Choose a toolchain."));
    } else if (template.isEmpty()) {
      problems.add(
          new Problem(
              Section.TEMPLATE,
              "This toolchain has no template; open a folder of yours and name it in trilobite.toml."));
    }
    nameProblem().ifPresent(text -> problems.add(new Problem(Section.PLACE, text)));
    if (nameProblem().isEmpty()) {
      placeProblem().ifPresent(text -> problems.add(new Problem(Section.PLACE, text)));
    }
    return List.copyOf(problems);
  }

  boolean badName() {
    return nameProblem().isPresent();
  }

  boolean badPlace() {
    return placeProblem().isPresent();
  }

  private Optional<String> placeProblem() {
    var folder = folder();
    if (folder.isEmpty()) {
      return Optional.of("Give the whole path of a folder, such as /home/you/src.");
    }
    return taken.equals(folder)
        ? Optional.of(folder.get() + " holds files already. Take another name.")
        : Optional.empty();
  }

  /// Such as `1 problem in Name and place`; empty where there is none.
  String summary() {
    var problems = problems();
    if (problems.isEmpty()) {
      return "";
    }
    var first = problems.getFirst().section().title();
    return problems.size() == 1
        ? "1 problem in " + first
        : problems.size() + " problems, first in " + first;
  }

  boolean ready() {
    return problems().isEmpty();
  }
}
