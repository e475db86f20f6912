// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;
import trilobite.model.console.BoundedText;
import trilobite.runner.file.SafeFile;
import trilobite.runner.toolchain.Outputs;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// The option files of a project, as its toolchain's descriptor names them. Nothing of the project
/// is run.
///
/// @param words for `${…}` in the descriptor
public record OptionTables(Path folder, Toolchain toolchain, Map<String, String> words) {

  /// All tables, in the descriptor's order; a file that is not there has none, unless it is one
  /// that a build makes.
  public List<OptionTable> read() throws IOException {
    var tables = new ArrayList<OptionTable>();
    for (var spec : toolchain.options()) {
      var path = Outputs.resolve(folder, Toolchains.fill(spec.file(), words));
      var file = open(spec, path);
      if (file.isPresent()) {
        tables.addAll(tables(spec, path, file.get()));
      }
    }
    return List.copyOf(tables);
  }

  private static List<OptionTable> tables(Toolchain.OptionSpec spec, Path path, OptionFile file) {
    boolean editable = !spec.readonly() && file.editable() && Files.isWritable(path);
    var all = file.options();
    var tables = new ArrayList<OptionTable>();
    tables.add(new OptionTable(spec.title(), path, editable, file.note(), all));
    spec.parts()
        .forEach(
            (title, menu) -> {
              var part = all.stream().filter(in(menu)).toList();
              if (!part.isEmpty()) {
                tables.add(new OptionTable(title, path, editable, file.note(), part));
              }
            });
    return tables;
  }

  private static Predicate<BuildOption> in(Pattern menu) {
    return option -> {
      try {
        return menu.matcher(new BoundedText(option.menu(), BoundedText.LINE)).find();
      } catch (BoundedText.TooCostlyException | StackOverflowError e) {
        return false;
      }
    };
  }

  private Optional<OptionFile> open(Toolchain.OptionSpec spec, Path path) {
    var text = OptionText.of(path);
    return switch (spec.reader()) {
      case YAML -> text.map(t -> new YamlFile(t, spec.help()));
      case CARGO -> text.map(t -> new CargoFile(t, spec.help()));
      case KCONFIG -> kconfig(spec, text);
    };
  }

  private Optional<OptionFile> kconfig(Toolchain.OptionSpec spec, Optional<String> text) {
    var root = OptionText.path(folder, Toolchains.fill(spec.schema(), words)).orElse(folder);
    var named = new LinkedHashMap<String, String>();
    spec.words().forEach((name, value) -> named.put(name, Toolchains.fill(value, words)));
    var schema = KconfigSchema.read(root, named, spec.sourced());
    return text.isEmpty() && schema.files() == 0
        ? Optional.empty()
        : Optional.of(new KconfigFile(text, schema, root));
  }

  /// Changes one option in its file.
  ///
  /// @param title of its table, or of the one that it is a part of
  /// @throws IOException where that cannot be; the message says why
  public void set(String title, String name, String value) throws IOException {
    for (var spec : toolchain.options()) {
      if (!spec.readonly() && (spec.title().equals(title) || spec.parts().containsKey(title))) {
        var path = Outputs.resolve(folder, Toolchains.fill(spec.file(), words));
        var file = open(spec, path);
        if (file.isPresent() && file.get().editable()) {
          var changed = file.get().with(name, value);
          SafeFile.replace(path, changed.getBytes(StandardCharsets.UTF_8));
          return;
        }
      }
    }
    throw new IOException("The table “" + title + "” cannot be changed here.");
  }
}
