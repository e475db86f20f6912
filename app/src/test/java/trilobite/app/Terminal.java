// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Starts the program as a terminal does: a process of its own for each line typed.
public record Terminal(Path folder, Map<String, String> env) {

  /// Most lines end within a second: the second compiler and threads that collect cost a third of
  /// it.
  private static final List<String> SHORT_LIFE =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /// What a line printed and how it ended.
  public record Said(int code, String out, String err) {}

  /// A terminal in a home of its own, whose sockets lie in `runtime`.
  public static Terminal at(Path home, Path runtime) {
    return new Terminal(
        home,
        Map.of(
            "HOME", home.toString(),
            "XDG_CONFIG_HOME", home.resolve("config").toString(),
            "XDG_STATE_HOME", home.resolve("state").toString(),
            "XDG_CACHE_HOME", home.resolve("cache").toString(),
            "XDG_DATA_HOME", home.resolve("data").toString(),
            "XDG_RUNTIME_DIR", runtime.toString()));
  }

  /// The durable folder of a home's first, second, … run. Its number is a higher one where another
  /// Trilobite of the same user holds that number.
  public static Path run(Path home, int nth) throws IOException {
    try (var runs = Files.list(home.resolve("state/trilobite/runs"))) {
      return runs.filter(run -> run.getFileName().toString().matches("[0-9]+"))
          .sorted(Comparator.comparingLong(run -> Long.parseLong(run.getFileName().toString())))
          .skip(nth - 1L)
          .findFirst()
          .orElseThrow(() -> new IOException("there are fewer than " + nth + " runs"));
    }
  }

  /// Starts a line and does not wait; its output goes to files of that name.
  public Process start(String name, String... words) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SHORT_LIFE);
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(words));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().putAll(env);
    return builder.start();
  }

  /// Types a line and waits for its end, at most 90 seconds.
  public Said run(String... words) throws IOException, InterruptedException {
    var name = "line-" + System.nanoTime();
    var process = start(name, words);
    if (!process.waitFor(90, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("no end of: " + String.join(" ", words));
    }
    return new Said(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out"), UTF_8),
        Files.readString(folder.resolve(name + ".err"), UTF_8));
  }
}
