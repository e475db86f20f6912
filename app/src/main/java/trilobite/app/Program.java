// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import trilobite.app.verb.Env;
import trilobite.app.verb.Outlet;
import trilobite.app.verb.Verbs;
import trilobite.app.window.FxWindows;
import trilobite.model.port.Workbench;
import trilobite.model.rule.Allowed;
import trilobite.runner.Runner;

/// Joins the parts by hand: folders, workbench, verbs, window. A signal that ends the process
/// closes the workbench too, so that its guests end as stopped, not as lost.
@Allowed(
    rule = "threads",
    because = "the JVM takes what runs at its end as a thread that was not started")
final class Program {
  private Program() {}

  static int run(String... args) {
    var windows = new FxWindows(Program::demoFolder);
    if (args.length == 0) {
      // Of all that a start has to do, JavaFX takes the longest.
      windows.announce();
    }
    try (var workbench = new Lazy(() -> open(args))) {
      Runtime.getRuntime().addShutdownHook(new Thread(workbench::close, "closing"));
      var outlet = new Outlet(new FileOutputStream(FileDescriptor.out));
      var out = new PrintStream(outlet, true, StandardCharsets.UTF_8);
      return outlet.closed(out, System.err, Verbs.execute(env(workbench, windows, out), args));
    }
  }

  private static Workbench open(String... args) {
    try {
      return Runner.open(System.getenv(), args);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path demoFolder() {
    try {
      return Runner.locations(System.getenv()).data().resolve("tidepool");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Env env(Supplier<Workbench> workbench, FxWindows windows, PrintStream out) {
    var terminal = Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
    return new Env(
        workbench, out, System.err, terminal, Path.of("").toAbsolutePath(), demoFolder(), windows);
  }

  /// Opens the workbench on first use and closes it if it was opened.
  private static final class Lazy implements Supplier<Workbench>, AutoCloseable {
    private final Supplier<Workbench> open;
    private @org.jspecify.annotations.Nullable Workbench workbench;

    Lazy(Supplier<Workbench> open) {
      this.open = open;
    }

    @Override
    public synchronized Workbench get() {
      var present = workbench;
      if (present == null) {
        present = open.get();
        workbench = present;
      }
      return present;
    }

    @Override
    public synchronized void close() {
      var present = workbench;
      workbench = null;
      if (present != null) {
        present.close();
      }
    }
  }
}
