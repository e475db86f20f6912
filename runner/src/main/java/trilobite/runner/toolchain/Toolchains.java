// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.project.Project;
import trilobite.runner.data.Data;

/// All toolchains: those that ship with the program and, by the same name stronger, the user's own.
public final class Toolchains {

  private static final Logger log = LoggerFactory.getLogger(Toolchains.class);
  private static final String SHIPPED = "toolchains";

  private final Data shipped;
  private final Data own;

  /// What ships does not change while the program runs, so it is read once.
  private final Map<String, Entry> shippedEntries = new TreeMap<>();

  /// @param config Trilobite's folder of settings, whose `toolchains` the user may fill
  public Toolchains(Data shipped, Path config) {
    this.shipped = shipped;
    this.own = Data.in(config);
  }

  /// A toolchain, or why its descriptor cannot be used.
  public record Entry(String name, Optional<Toolchain> toolchain, String problem) {}

  /// All by name. The user's own are read each time: they are few, small and edited by hand.
  public synchronized List<Entry> all() {
    if (shippedEntries.isEmpty()) {
      read(shipped, List.of(shipped), shippedEntries);
    }
    var entries = new TreeMap<>(shippedEntries);
    read(own, List.of(own, shipped), entries);
    return List.copyOf(entries.values());
  }

  public Optional<Toolchain> named(String name) {
    return all().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .flatMap(Entry::toolchain);
  }

  /// The commands that Build runs for a project, variables still in them.
  public List<List<String>> commands(Project project) {
    var toolchain = named(project.toolchain());
    var commands = new ArrayList<List<String>>();
    toolchain.ifPresent(t -> t.configure().forEach(step -> commands.add(step.command())));
    commands.add(
        project.command().isEmpty()
            ? toolchain.map(Toolchain::command).orElseGet(List::of)
            : project.command());
    return commands.stream().filter(command -> !command.isEmpty()).toList();
  }

  /// These commands as they run in a folder. What only one build knows, its target and the kit,
  /// stays a variable.
  public List<List<String>> commands(Path folder, Project project) {
    var variables =
        named(project.toolchain())
            .map(toolchain -> Variables.of(folder, project.name(), toolchain))
            .orElseGet(Map::of);
    return commands(project).stream().map(command -> fill(command, variables)).toList();
  }

  /// Fills in `${…}`; an unknown variable stays as it is.
  public static List<String> fill(List<String> words, Map<String, String> variables) {
    return words.stream().map(word -> fill(word, variables)).toList();
  }

  /// Fills in the values of an environment.
  public static Map<String, String> fill(Map<String, String> env, Map<String, String> variables) {
    var filled = new LinkedHashMap<String, String>();
    env.forEach((name, value) -> filled.put(name, fill(value, variables)));
    return filled;
  }

  /// Fills in one word.
  public static String fill(String word, Map<String, String> variables) {
    var filled = word;
    for (var variable : variables.entrySet()) {
      filled = filled.replace("${" + variable.getKey() + "}", variable.getValue());
    }
    return filled;
  }

  private static void read(Data data, List<Data> sources, Map<String, Entry> into) {
    var files = new ArrayList<String>();
    try {
      files.addAll(data.files(SHIPPED));
    } catch (IOException e) {
      log.warn("Toolchains cannot be listed: {}", e.getMessage());
    }
    for (var file : files) {
      if (file.endsWith(".toml") && file.chars().filter(c -> c == '/').count() == 1) {
        var name = file.substring(SHIPPED.length() + 1, file.length() - ".toml".length());
        into.put(name, entry(name, file, sources));
      }
    }
  }

  private static Entry entry(String name, String file, List<Data> sources) {
    try {
      return new Entry(
          name,
          Optional.of(new ToolchainReader(sources, SHIPPED, sources.size() > 1).read(file)),
          "");
    } catch (IOException e) {
      log.warn("The toolchain {} cannot be read: {}", name, e.getMessage());
      return new Entry(name, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }
}
