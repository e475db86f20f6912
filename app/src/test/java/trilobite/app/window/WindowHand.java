// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;

/// Takes a window off the screen and puts it back, as a window manager does that minimises it. On a
/// screen without one, xdotool does.
final class WindowHand {

  private final String id;

  private WindowHand(String id) {
    this.id = id;
  }

  static WindowHand of(Stage stage) throws Exception {
    var title = Patience.onFx(stage::getTitle);
    var found = tool("search", "--onlyvisible", "--name", "^" + title + "$");
    if (found.size() != 1) {
      throw new IOException("windows with this title: " + found);
    }
    return new WindowHand(found.getFirst());
  }

  void minimise() throws Exception {
    tool("windowunmap", "--sync", id);
  }

  void restore() throws Exception {
    tool("windowmap", "--sync", id);
  }

  private static List<String> tool(String... words) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("xdotool"));
    line.addAll(List.of(words));
    var tool = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var told = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    tool.waitFor();
    return told.lines().toList();
  }
}
