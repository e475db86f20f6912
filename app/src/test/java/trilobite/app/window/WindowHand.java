// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Does by xdotool what a window manager does with a window, on a screen without one. Taken off the
/// screen is what a program is told that is minimised.
public final class WindowHand {

  private static final double APART_SECONDS = 0.04;

  /// Where a screen ends.
  private static final String FAR = "9999";

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

  /// Moves the pointer to and fro over the right of the window, as one does who reads its graphs,
  /// and takes it away then: a pointer over a window is a hand that is at work in it.
  public void wander(double seconds) throws IOException, InterruptedException {
    var size =
        tool("getwindowgeometry", "--shell", id).lines().stream()
            .filter(line -> line.startsWith("WIDTH=") || line.startsWith("HEIGHT="))
            .mapToInt(line -> Integer.parseInt(line.substring(line.indexOf('=') + 1)))
            .toArray();
    var words = new ArrayList<String>();
    for (int i = 0; i < seconds / APART_SECONDS; i++) {
      move(words, size[0] - 40 - Math.abs(i * 3 % 400 - 200), size[1] / 2 - i % 300 + 150);
      words.addAll(List.of("sleep", Double.toString(APART_SECONDS)));
    }
    words.addAll(List.of("mousemove", FAR, FAR));
    if (tool(words.toArray(String[]::new)).code() != 0) {
      throw new IOException("the pointer cannot be moved over window " + id);
    }
  }

  private void move(List<String> words, int x, int y) {
    words.addAll(List.of("mousemove", "--window", id, Integer.toString(x), Integer.toString(y)));
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
