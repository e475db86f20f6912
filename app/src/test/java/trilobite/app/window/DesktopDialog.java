// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.io.IOException;

/// The desktop's own dialog for a file's name, which is no window of JavaFX's. Where no window
/// manager gives it the keys, xdotool does.
final class DesktopDialog {

  private final String title;

  private DesktopDialog(String title) {
    this.title = title;
  }

  /// Waits for the dialog and turns the keyboard to it.
  static DesktopDialog await(String title) throws Exception {
    var dialog = new DesktopDialog(title);
    Patience.until("the desktop's dialog", dialog::open);
    Patience.until("its keyboard", () -> dialog.tool("windowfocus", "--sync", dialog.id()) == 0);
    return dialog;
  }

  private boolean open() throws IOException, InterruptedException {
    return !id().isEmpty();
  }

  private String id() throws IOException, InterruptedException {
    var found = WindowHand.tool("search", "--name", "^" + title + "$").lines();
    return found.isEmpty() ? "" : found.getLast();
  }

  private int tool(String... words) throws IOException, InterruptedException {
    return WindowHand.tool(words).code();
  }

  /// Types a path in place of what is offered, and presses Enter.
  void choose(String path) throws Exception {
    tool("key", "ctrl+a");
    tool("type", "--delay", "5", path);
    tool("key", "Return");
    Patience.until("the dialog to go", () -> !open());
  }

  void cancel() throws Exception {
    tool("key", "Escape");
    Patience.until("the dialog to go", () -> !open());
  }
}
