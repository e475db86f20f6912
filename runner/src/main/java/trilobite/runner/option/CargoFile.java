// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;
import trilobite.model.build.BuildOption;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.runner.toml.Editor;
import trilobite.runner.toml.TomlText;

/// The features of a `Cargo.toml` as a table: those that the package declares, on where `default`
/// leads to them, and those of the packages that it depends on. Source: The Cargo Book 1.95,
/// `reference/features.html`.
final class CargoFile implements OptionFile {

  private static final int MOST = 5000;
  private static final String DEFAULTS = "default-features";

  private final String text;
  private final Map<String, String> help;
  private final Map<String, List<String>> own = new LinkedHashMap<>();
  private final Map<String, Dependency> dependencies = new LinkedHashMap<>();
  private final Set<String> on;
  private String problem = "";

  /// A package that is depended on.
  ///
  /// @param path of its value
  /// @param features empty where it is only a version
  private record Dependency(
      FieldPath path, boolean table, boolean defaults, List<String> features) {}

  /// @param help what a feature does, by its name or as `package.feature`
  CargoFile(String text, Map<String, String> help) {
    this.text = text;
    this.help = help;
    switch (TomlText.read(text)) {
      case TomlText.Valid(var table) -> read(table);
      case TomlText.Broken(var problems) ->
          problem = "It is no TOML: " + problems.getFirst().message();
    }
    on = reached();
  }

  private void read(TomlTable root) {
    if (root.get(List.of("features")) instanceof TomlTable features) {
      features.keySet().forEach(name -> own.put(name, strings(features.get(List.of(name)))));
    }
    depend(root, FieldPath.of());
    if (root.get(List.of("target")) instanceof TomlTable targets) {
      for (var target : targets.keySet()) {
        if (targets.get(List.of(target)) instanceof TomlTable one) {
          depend(one, FieldPath.of("target", target));
        }
      }
    }
  }

  private void depend(TomlTable table, FieldPath above) {
    if (table.get(List.of("dependencies")) instanceof TomlTable all) {
      for (var name : all.keySet()) {
        var path = above.then("dependencies", name);
        dependencies.putIfAbsent(name, dependency(path, all.get(List.of(name))));
      }
    }
  }

  private static Dependency dependency(FieldPath path, Object value) {
    return value instanceof TomlTable table
        ? new Dependency(
            path,
            true,
            !Boolean.FALSE.equals(table.get(List.of(DEFAULTS))),
            strings(table.get(List.of("features"))))
        : new Dependency(path, false, true, List.of());
  }

  private static List<String> strings(Object value) {
    var found = new ArrayList<String>();
    if (value instanceof TomlArray array) {
      for (int i = 0; i < Math.min(array.size(), MOST); i++) {
        if (array.get(i) instanceof String text) {
          found.add(text);
        }
      }
    }
    return List.copyOf(found);
  }

  /// What is on unless somebody builds with other features.
  private Set<String> reached() {
    var reached = new LinkedHashSet<String>();
    var next = new ArrayDeque<>(own.getOrDefault("default", List.of()));
    while (!next.isEmpty()) {
      var name = next.poll();
      if (own.containsKey(name) && reached.add(name)) {
        next.addAll(own.get(name));
      }
    }
    return reached;
  }

  @Override
  public List<BuildOption> options() {
    var options = new ArrayList<BuildOption>();
    own.forEach(
        (name, leads) -> {
          if (!name.equals("default")) {
            options.add(option(name, on.contains(name) ? "y" : "n", "Features", turnsOn(leads)));
          }
        });
    dependencies.forEach(
        (name, one) -> {
          var menu = "Features of " + name;
          for (var feature : features(name, one)) {
            var off = one.defaults() ? "" : "n";
            var value = one.features().contains(feature) ? "y" : off;
            options.add(option(name + "." + feature, value, menu, ""));
          }
          if (one.table() && (!one.features().isEmpty() || !one.defaults())) {
            options.add(
                option(
                    name + "." + DEFAULTS, one.defaults() ? "y" : "n", menu, "Its own defaults"));
          }
        });
    return options.size() > MOST ? options.subList(0, MOST) : options;
  }

  private static String turnsOn(List<String> leads) {
    return leads.isEmpty() ? "" : "Turns on " + String.join(", ", leads);
  }

  /// Those that the file asks for and those that the descriptor knows of.
  private Set<String> features(String name, Dependency one) {
    var all = new LinkedHashSet<>(one.features());
    help.keySet().stream()
        .filter(key -> key.startsWith(name + "."))
        .map(key -> key.substring(name.length() + 1))
        .forEach(all::add);
    return all;
  }

  private BuildOption option(String name, String value, String menu, String otherwise) {
    var meaning = help.getOrDefault(name, otherwise);
    return new BuildOption(name, value, meaning, menu, "bool", "", meaning, "");
  }

  @Override
  public String note() {
    return problem;
  }

  @Override
  public boolean editable() {
    return problem.isEmpty();
  }

  @Override
  public String with(String name, String value) throws IOException {
    if (!value.equals("y") && !value.equals("n")) {
      throw new IOException("It is y or n.");
    }
    boolean yes = value.equals("y");
    if (own.containsKey(name)) {
      return own(name, yes);
    }
    var one =
        dependencies.entrySet().stream()
            .filter(entry -> name.startsWith(entry.getKey() + "."))
            .findFirst()
            .orElseThrow(() -> new IOException("There is no feature “" + name + "” in this file."));
    return other(one.getKey(), one.getValue(), name.substring(one.getKey().length() + 1), yes);
  }

  private String own(String name, boolean yes) throws IOException {
    var chosen = own.getOrDefault("default", List.of());
    if (!yes && on.contains(name) && !chosen.contains(name)) {
      var by =
          on.stream().filter(each -> own.getOrDefault(each, List.of()).contains(name)).findFirst();
      throw new IOException(name + " is on because " + by.orElse("default") + " turns it on.");
    }
    return edited(FieldPath.of("features", "default"), list(chosen, name, yes));
  }

  private String other(String name, Dependency one, String feature, boolean yes)
      throws IOException {
    if (!one.table()) {
      throw new IOException(
          name + " is only a version: write { version = … } in the editor to choose its features.");
    }
    if (feature.equals(DEFAULTS)) {
      return edited(one.path().then(DEFAULTS), yes);
    }
    if (!features(name, one).contains(feature)) {
      throw new IOException("There is no feature “" + feature + "” of " + name + " in this file.");
    }
    if (!yes && !one.features().contains(feature) && one.defaults()) {
      throw new IOException(
          "Whether it is on is up to the defaults of " + name + ": turn those off first.");
    }
    return edited(one.path().then("features"), list(one.features(), feature, yes));
  }

  private static List<String> list(List<String> now, String name, boolean yes) {
    var all = new ArrayList<>(now);
    all.remove(name);
    if (yes) {
      all.add(name);
    }
    return all;
  }

  private String edited(FieldPath path, Object value) throws IOException {
    try {
      return Editor.edit(text, List.of(new ProjectEdit.Set(path, value)));
    } catch (IllegalArgumentException e) {
      throw new IOException("It cannot be written there: change it in the editor.", e);
    }
  }
}
