// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A person in front of a fresh window, in a home made for one test. After it windows close, the
/// newest first, and the home goes.
final class Sitting implements AfterEachCallback {

  private final Home home = new Home();
  private final Deque<AppWindow> windows = new ArrayDeque<>();

  Home home() {
    return home;
  }

  /// Opens the window, or another one in the same home.
  AppWindow open() {
    var window = AppWindow.open(home);
    windows.push(window);
    return window;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    try {
      windows.forEach(AppWindow::close);
    } finally {
      home.close();
    }
  }
}
