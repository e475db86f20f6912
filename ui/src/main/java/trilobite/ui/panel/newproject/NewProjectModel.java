// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;

/// What a new project would be, and what is wrong with that. Plain state for one thread.
final class NewProjectModel {

  /// Longest name that a folder may have on common file systems.
  private static final int MOST_NAME = 100;

  private final Path home;
  private List<ToolchainInfo> toolchains = List.of();
  private List<TemplateInfo> templates = List.of();
  private Optional<String> toolchain = Optional.empty();
  private Optional<String> template = Optional.empty();
  private String name = "";
  private String parent = "";
  private MachineWish machine = MachineWish.NONE;
  private Optional<Path> taken = Optional.empty();

  /// @param home the user's, below which a good place is offered
  NewProjectModel(Path home) {
    this.home = home;
  }

  /// Parts of the page, in its order.
  enum Section {
    TOOLCHAIN("Toolchain"),
    TEMPLATE("Start from"),
    MACHINE("Machine"),
    PLACE("Name and place");

    private final String title;

    Section(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  /// Fields that a cure can fill.
  enum Field {
    NAME,
    PARENT,
    MEMORY,
    VCPUS,
    PORT
  }

  /// One click that mends a problem.
  record Cure(String label, Field field, String value) {

    static Cure use(Field field, String value) {
      return new Cure("Use " + value, field, value);
    }
  }

  /// Something that stands in the way.
  record Problem(Section section, String text, Optional<Cure> cure) {

    Problem(Section section, String text) {
      this(section, text, Optional.empty());
    }
  }

  void found(List<ToolchainInfo> tools, List<TemplateInfo> all) {
    templates = List.copyOf(all);
    // What can be started from, and built here, stands first; before all of it what the demo is
    // made of.
    toolchains =
        tools.stream()
            .sorted(
                Comparator.<ToolchainInfo, Boolean>comparing(
                        one -> templatesOf(one.name()).isEmpty())
                    .thenComparing(one -> !one.installed())
                    .thenComparing(one -> !ofTheDemo(one))
                    .thenComparing(ToolchainInfo::title))
            .toList();
    if (toolchain.isEmpty()) {
      // A toolchain that is ready, and has something to start from, is the best guess.
      toolchains.stream()
          .filter(one -> !templatesOf(one.name()).isEmpty())
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

  private boolean ofTheDemo(ToolchainInfo one) {
    return templatesOf(one.name()).stream().anyMatch(had -> had.name().equals(TemplateInfo.DEMO));
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

  private String titleOf(String name) {
    return toolchains.stream()
        .filter(one -> one.name().equals(name))
        .map(ToolchainInfo::title)
        .findFirst()
        .orElse(name);
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

  void machine(MachineWish wish) {
    machine = wish;
  }

  MachineWish machine() {
    return machine;
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
    machine
        .problem()
        .ifPresent(text -> problems.add(new Problem(Section.MACHINE, text, machineCure())));
    nameProblem()
        .or(this::placeProblem)
        .ifPresent(text -> problems.add(new Problem(Section.PLACE, text, placeCure())));
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

  private Optional<Cure> machineCure() {
    if (!machine.badMemory() && machine.badPort()) {
      return Optional.of(Cure.use(Field.PORT, "8080"));
    }
    return Optional.of(
        machine.badMemory() ? Cure.use(Field.MEMORY, "64M") : Cure.use(Field.VCPUS, "1"));
  }

  private Optional<Cure> placeCure() {
    if (name.isEmpty()) {
      return template.map(text -> Cure.use(Field.NAME, text));
    }
    if (badName()) {
      var plain = name.replaceAll("[/\\p{Cntrl}]+", "-").replaceAll("^[-.]+|-+$", "");
      var shorter = plain.substring(0, Math.min(plain.length(), MOST_NAME));
      return Optional.of(Cure.use(Field.NAME, shorter.isEmpty() ? "project" : shorter));
    }
    return folder().isPresent()
        ? Optional.of(Cure.use(Field.NAME, another(name)))
        : Optional.of(Cure.use(Field.PARENT, home.resolve("src").toString()));
  }

  /// `pond-2` for `pond`, `pond-3` for that.
  private static String another(String name) {
    var numbered = java.util.regex.Pattern.compile("(.*)-(\\d{1,4})").matcher(name);
    return numbered.matches()
        ? numbered.group(1) + "-" + (Integer.parseInt(numbered.group(2)) + 1)
        : name + "-2";
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

  /// What Create would make, and where, such as `Creates “tidepool” for tide in
  /// /home/you/src/reef`, as far as it is known.
  String plan() {
    var what =
        toolchain
            .flatMap(
                chosen ->
                    choices().stream()
                        .filter(one -> template.equals(Optional.of(one.name())))
                        .map(one -> "Creates “" + one.title() + "” for " + titleOf(chosen))
                        .findFirst())
            .orElse("Creates a project");
    return folder()
        .map(folder -> what + " in " + folder)
        .orElse(
            parent.isEmpty()
                ? what + ", once it has a name and a place"
                : what + " in a folder of " + parent + ", once it has a name");
  }

  boolean ready() {
    return problems().isEmpty();
  }
}
