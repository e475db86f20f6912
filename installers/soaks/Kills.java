// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import trilobite.model.run.RunRecord;
import trilobite.runner.Runner;

/// Kills the owner of a guest at random moments from before its start to long after. Its QEMU goes
/// with it, the history opens whole, and the next start says of each run how it was.
final class Kills {

  private static final int LONGEST_MILLIS = 4_000;

  private Kills() {}

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    long seed = System.nanoTime();
    System.out.println("       seed " + seed);
    var random = new Random(seed);
    Path folder;
    try (var workbench = Runner.open(System.getenv())) {
      folder = Place.demo(workbench);
    }
    int kills = 0;
    while (System.nanoTime() < end) {
      kill(folder, random.nextInt(LONGEST_MILLIS));
      kills++;
    }
    try (var workbench = Runner.open(System.getenv())) {
      var runs = workbench.history();
      Place.await("every run is told", () -> open(runs) == 0);
      Place.await("runtime folders are cleared", () -> left() == 0);
      var verdicts =
          runs.runs(1000).stream()
              .collect(Collectors.groupingBy(run -> run.verdict().orElseThrow(), Collectors.counting()));
      System.out.printf("kills  %d owners killed, runs %s: ok%n", kills, verdicts);
    }
    System.exit(0);
  }

  private static void kill(Path folder, int millis) throws Exception {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        List.of(
            java, "-Xlog:disable", "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1",
            "-cp", System.getProperty("java.class.path"), "trilobite.app.Main",
            "run", folder.toString(), "--headless");
    var owner =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Thread.sleep(millis);
    var family = owner.descendants().toList();
    owner.destroyForcibly().waitFor();
    Place.await("QEMU is gone", () -> family.stream().noneMatch(ProcessHandle::isAlive));
  }

  private static long open(trilobite.model.port.History history) {
    try {
      return history.runs(1000).stream().map(RunRecord::verdict).filter(v -> v.isEmpty()).count();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException("the history was spoilt", e);
    }
  }

  private static long left() {
    try (var files = Files.list(Place.runtime())) {
      // The lock of the place stays.
      return files.filter(Files::isDirectory).count();
    } catch (java.nio.file.NoSuchFileException e) {
      return 0;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
