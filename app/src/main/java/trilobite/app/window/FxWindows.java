// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.stage.Stage;
import trilobite.app.verb.Windows;
import trilobite.model.port.Workbench;
import trilobite.model.rule.Allowed;
import trilobite.ui.Window;

/// Starts JavaFX and shows the window; the calling thread waits until it is closed.
@Allowed(
    rule = "fx-thread",
    because = "the program starts JavaFX itself, once, before there is a thread to come onto")
public final class FxWindows implements Windows {
  private final Supplier<Path> demo;
  private Optional<CompletableFuture<Void>> toolkit = Optional.empty();

  /// @param demo where the demo project is made when nothing was ever opened
  public FxWindows(Supplier<Path> demo) {
    this.demo = demo;
  }

  /// JavaFX looks for its screen while the workbench is being opened.
  @Override
  public void announce() {
    if (toolkit.isEmpty()) {
      toolkit = Optional.of(Beside.run(FxWindows::start));
    }
  }

  private static void start() {
    Platform.setImplicitExit(false);
    Platform.startup(() -> {});
  }

  @Override
  public int open(
      Workbench workbench, Optional<Path> project, Optional<String> target, boolean run) {
    var closed = new CompletableFuture<Integer>();
    announce();
    var options = new Window.Options(project, Optional.of(demo.get()), target, run);
    var window = Window.prepare(workbench);
    toolkit.ifPresent(FxWindows::await);
    Platform.runLater(() -> show(window, options, closed));
    int code = closed.join();
    Platform.exit();
    return code;
  }

  private static void await(CompletableFuture<Void> started) {
    try {
      started.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  /// JavaFX thread. `closed` hears the exit code once the window is gone, or why there is none.
  static void show(Window window, Window.Options options, CompletableFuture<Integer> closed) {
    try {
      var stage = new Stage();
      stage.showingProperty().subscribe((was, now) -> ended(was, now, closed));
      window.open(stage, options);
    } catch (RuntimeException | Error failure) {
      // Whoever waits for the window must hear why there is none.
      closed.completeExceptionally(failure);
    }
  }

  private static void ended(boolean was, boolean now, CompletableFuture<Integer> closed) {
    if (was && !now) {
      closed.complete(0);
    }
  }
}
