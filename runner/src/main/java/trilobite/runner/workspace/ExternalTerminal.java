// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import trilobite.model.port.Settings;
import trilobite.runner.process.UserProgram;
import trilobite.runner.process.Words;

/// Runs a command in a window of the user's own terminal. The setting `terminal.external` is what
/// goes before the command's words, such as `xterm -e`.
final class ExternalTerminal {

  static final String SETTING = "terminal.external";

  /// Terminals, and how each is told a command as separate words.
  private static final List<String> KNOWN =
      List.of(
          "x-terminal-emulator -e",
          "gnome-terminal --",
          "kgx --",
          "konsole -e",
          "xfce4-terminal -x",
          "kitty",
          "foot",
          "alacritty -e",
          "wezterm start --",
          "xterm -e");

  private final Settings settings;
  private final Map<String, String> env;

  ExternalTerminal(Settings settings, Map<String, String> env) {
    this.settings = settings;
    this.env = env;
  }

  void run(Path folder, List<String> command) throws IOException {
    UserProgram.start(command(folder, command));
  }

  /// No word of it is ever read by a shell but as it is.
  List<String> command(Path folder, List<String> command) throws IOException {
    var words = new ArrayList<>(terminal());
    words.addAll(List.of("env", "--chdir=" + folder));
    words.addAll(command);
    return words;
  }

  private List<String> terminal() throws IOException {
    var chosen = settings.get(SETTING).filter(text -> !text.isBlank());
    if (chosen.isPresent()) {
      return Words.of(chosen.get());
    }
    for (var known : KNOWN) {
      var words = Words.of(known);
      if (UserProgram.onPath(words.getFirst(), env)) {
        return words;
      }
    }
    throw new IOException(
        "No terminal was found. Set one in settings.toml, terminal.external, such as “xterm -e”.");
  }
}
