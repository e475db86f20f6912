// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The one window of ours on the screen, and a hand that minimises it, as far as a screen without a
/// window manager knows that: it is taken off the screen, which the program is told.
final class OnScreen {

  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final String id;

  private OnScreen(String id) {
    this.id = id;
  }

  /// Waits for it.
  static OnScreen await() throws Exception {
    long late = System.nanoTime() + PATIENCE_NANOS;
    while (System.nanoTime() < late) {
      var found = tool("search", "--onlyvisible", "--name", "Trilobite$");
      if (!found.isEmpty()) {
        return new OnScreen(found.getLast());
      }
      Thread.sleep(100);
    }
    throw new IOException("there is no window on the screen");
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
    var tool = new ProcessBuilder(line).redirectErrorStream(true).start();
    var told =
        new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    return tool.waitFor() == 0 ? told : List.of();
  }
}
