// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.port.Settings;
import trilobite.runner.process.UserProgram;
import trilobite.runner.process.Words;

/// Opens files in the user's own editor. The setting `editor.external` is a command with `{file}`,
/// `{line}` in it, such as `code -g {file}:{line}`; a command without them gets the file at its
/// end.
final class ExternalEditor {

  static final String SETTING = "editor.external";

  /// Editors with a window, and how each is told a line. Those of a terminal need one.
  private static final Map<String, String> KNOWN =
      Map.ofEntries(
          Map.entry("code", "code -g {file}:{line}"),
          Map.entry("codium", "codium -g {file}:{line}"),
          Map.entry("zed", "zed {file}:{line}"),
          Map.entry("clion", "clion --line {line} {file}"),
          Map.entry("idea", "idea --line {line} {file}"),
          Map.entry("subl", "subl {file}:{line}"),
          Map.entry("kate", "kate --line {line} {file}"),
          Map.entry("gedit", "gedit +{line} {file}"),
          Map.entry("gnome-text-editor", "gnome-text-editor {file}"),
          Map.entry("gvim", "gvim +{line} {file}"),
          Map.entry("emacs", "emacs +{line} {file}"));

  private static final List<String> ORDER =
      List.of(
          "code",
          "codium",
          "zed",
          "clion",
          "idea",
          "subl",
          "kate",
          "gedit",
          "gnome-text-editor",
          "gvim",
          "emacs");

  private final Settings settings;
  private final Map<String, String> env;

  ExternalEditor(Settings settings, Map<String, String> env) {
    this.settings = settings;
    this.env = env;
  }

  void open(Path file, int line) throws IOException {
    var template = settings.get(SETTING).filter(text -> !text.isBlank()).or(this::fromSystem);
    if (template.isEmpty()) {
      throw new IOException(
          "No editor was found. Set one in Settings, Editor, such as “code -g {file}:{line}”.");
    }
    UserProgram.start(command(template.get(), file.toAbsolutePath(), line));
  }

  static List<String> command(String template, Path file, int line) throws IOException {
    var full = template.contains("{file}") ? template : template + " {file}";
    var words = Words.of(full);
    if (words.isEmpty()) {
      throw new IOException("The setting " + SETTING + " names no command.");
    }
    return words.stream()
        .map(
            word ->
                word.replace("{line}", Integer.toString(line)).replace("{file}", file.toString()))
        .toList();
  }

  private Optional<String> fromSystem() {
    for (var variable : List.of("VISUAL", "EDITOR")) {
      var command = env.getOrDefault(variable, "").strip();
      var name =
          command.isEmpty() ? "" : Path.of(command.split(" ", 2)[0]).getFileName().toString();
      if (KNOWN.containsKey(name)) {
        return Optional.ofNullable(KNOWN.get(name));
      }
    }
    return ORDER.stream()
        .filter(name -> UserProgram.onPath(name, env))
        .findFirst()
        .map(KNOWN::get)
        .or(() -> Optional.of("xdg-open {file}").filter(_ -> UserProgram.onPath("xdg-open", env)));
  }
}
