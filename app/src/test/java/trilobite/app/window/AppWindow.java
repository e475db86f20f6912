// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static trilobite.app.window.Patience.onFx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import trilobite.model.port.Workbench;
import trilobite.runner.Runner;
import trilobite.ui.Window;

/// The application as a person starts it: a workbench over the real runner and its window, joined
/// as the program joins them.
final class AppWindow implements AutoCloseable {

  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private final Workbench workbench;
  private final CompletableFuture<Integer> closed = new CompletableFuture<>();
  private final Stage stage;

  private AppWindow(Home home, Window.Options options) {
    try {
      workbench = Runner.open(home.env());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    stage = onFx(() -> show(options));
    Patience.seen("a project in the title", () -> stage.getTitle().contains(" – Trilobite"));
  }

  private Stage show(Window.Options options) {
    var before = List.copyOf(javafx.stage.Window.getWindows());
    FxWindows.show(Window.prepare(workbench), options, closed);
    return javafx.stage.Window.getWindows().stream()
        .filter(one -> !before.contains(one))
        .map(Stage.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no window came", failureOf(closed)));
  }

  private static Throwable failureOf(CompletableFuture<Integer> closed) {
    return closed.isCompletedExceptionally() ? closed.exceptionNow() : null;
  }

  /// `trilobite` with no verb.
  static AppWindow open(Home home) {
    if (STARTED.compareAndSet(false, true)) {
      Platform.startup(() -> Platform.setImplicitExit(false));
    }
    return new AppWindow(
        home,
        new Window.Options(Optional.empty(), Optional.of(home.project()), Optional.empty(), false));
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return stage.getScene();
  }

  /// The exit code, once the window was closed by what the test did.
  int exitCode() {
    try {
      return closed.get(Patience.USUAL.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("the window did not close", failure);
    }
  }

  /// Takes the window away, as the end of the program would, and ends the guests of its workbench.
  @Override
  public void close() {
    onFx(
        () -> {
          stage.hide();
          return true;
        });
    workbench.close();
  }
}
