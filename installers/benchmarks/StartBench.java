// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import trilobite.runner.Runner;

/// From the start of the process to the first painted window, against an empty JavaFX window that
/// is started by the same Java with the same options: first as such a window is, without a start-up
/// cache, then with the program's own. The program opens the project that it had open before.
public final class StartBench {

  private static final int WARM_UPS = 2;

  private StartBench() {}

  /// @param args the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    // The project that each start opens.
    try (var workbench = Runner.open(System.getenv())) {
      var project = DemoProject.make(workbench).folder();
      workbench.settings().put("session.lastProject", project.toString());
    }
    var java = List.of(args);
    var program = with(java, "trilobite.app.Main");
    var without = java.stream().filter(word -> !word.startsWith("-XX:AOT")).toList();
    compare(
        "start",
        "process start to the first painted window, against an empty JavaFX window",
        program,
        with(without, "EmptyWindow"));
    compare(
        "start, cache for both",
        "the same, the empty window having the program's start-up cache as well",
        program,
        with(java, "EmptyWindow"));
  }

  private static void compare(String name, String what, List<String> program, List<String> empty)
      throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      painted(program);
      painted(empty);
    }
    var target = Target.atMost(1.5, 0.5);
    var pairs =
        new Pairs(target, Pairs.patience(90)).run(() -> painted(program), () -> painted(empty));
    new Figure(
            name,
            what,
            "",
            Optional.of(target),
            pairs.interval(),
            pairs.count(),
            Map.of(
                "program, median ms", pairs.ourMedian(),
                "empty window, median ms", pairs.theirMedian()))
        .print();
  }

  private static List<String> with(List<String> java, String main) {
    var words = new ArrayList<>(java);
    words.add(main);
    return words;
  }

  private static double painted(List<String> command) throws Exception {
    var builder = new ProcessBuilder(command).directory(Path.of("/").toFile());
    builder.environment().put("TRILOBITE_FIRST_FRAME", "leave");
    long begun = System.nanoTime();
    var process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (var errors = process.errorReader()) {
      for (var line = errors.readLine(); line != null; line = errors.readLine()) {
        if (line.contains("\"painted\"")) {
          double millis = (System.nanoTime() - begun) / 1e6;
          if (!process.waitFor(20, TimeUnit.SECONDS)) {
            throw new IOException("it did not end: " + command);
          }
          return millis;
        }
      }
    } finally {
      process.destroyForcibly();
    }
    throw new IOException("no window was painted by " + command);
  }
}
