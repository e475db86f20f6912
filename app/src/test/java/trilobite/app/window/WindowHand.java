// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Does by xdotool what a window manager does with a window, on a screen without one. Taken off the
/// screen is what a program is told that is minimised.
public final class WindowHand {

  private final String id;

  private WindowHand(String id) {
    this.id = id;
  }

  /// The only window whose title fits.
  ///
  /// @param title a regular expression
  /// @throws IOException where there is none, or another one
  public static WindowHand of(String title) throws IOException, InterruptedException {
    var found = tool("search", "--onlyvisible", "--name", title).lines();
    if (found.size() != 1) {
      throw new IOException("windows whose title fits " + title + ": " + found);
    }
    return new WindowHand(found.getFirst());
  }

  public void minimise() throws IOException, InterruptedException {
    act("windowunmap");
  }

  public void restore() throws IOException, InterruptedException {
    act("windowmap");
  }

  /// Who believes a window to be off the screen that is not measures it against itself.
  private void act(String what) throws IOException, InterruptedException {
    int code = tool(what, "--sync", id).code();
    if (code != 0) {
      throw new IOException("xdotool " + what + " of window " + id + " ended by " + code);
    }
  }

  /// What xdotool said.
  record Told(int code, List<String> lines) {}

  static Told tool(String... words) throws IOException, InterruptedException {
    var line = new ArrayList<>(List.of("xdotool"));
    line.addAll(List.of(words));
    var tool = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Told(tool.waitFor(), said.lines().toList());
  }
}
