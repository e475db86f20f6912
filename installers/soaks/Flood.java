// SPDX-License-Identifier: Apache-2.0
import java.net.URI;
import java.nio.file.Files;
import trilobite.runner.Runner;

/// One guest under load that floods its console: every line arrives whole and in order, requests
/// are answered, and what the process holds stays where it was.
final class Flood {

  private static final int KIB = 2048;

  private Flood() {}

  public static void main(String[] args) throws Exception {
    long seconds = Long.parseLong(args[0]);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    boolean fine;
    long bytes = 0;
    int floods = 0;
    try (var workbench = Runner.open(System.getenv())) {
      var guest = Place.boot(workbench, Place.demo(workbench), "default");
      int port = guest.status().forwards().getFirst().hostPort();
      var load = workbench.load().start(URI.create("http://127.0.0.1:" + port + "/tides"), 100, 4);
      flood(guest, ++floods);
      var settled = Footprint.now();
      while (System.nanoTime() < end) {
        flood(guest, ++floods);
        guest.vitals().series().forEach((vital, series) -> series.samples(0, Double.MAX_VALUE, 1000));
      }
      load.stop();
      var figures = load.figures();
      bytes = guest.console().length();
      var console = workbench.history().run(guest.status().id()).orElseThrow().folder();
      guest.stop();
      boolean whole = whole(Files.readString(console.resolve("console.log")), floods);
      Place.await("nothing of it is left", () -> ProcessHandle.current().descendants().count() == 0);
      fine = settled.fine(Footprint.now()) && whole && figures.answered() > 0;
      System.out.printf(
          "       %d requests answered, %d failed, median %.1f ms, p99 %.1f ms%n",
          figures.answered(), figures.failed(), figures.medianMillis(), figures.p99Millis());
    }
    System.out.printf(
        "flood  %.1f MiB of console in %d bursts: %s%n",
        bytes / (double) (1 << 20), floods, fine ? "ok" : "SOMETHING GREW OR WAS LOST");
    System.exit(fine ? 0 : 1);
  }

  private static void flood(trilobite.model.port.LiveGuest guest, int number) throws Exception {
    long before = guest.console().length();
    guest.type(("log " + KIB + "\n").getBytes());
    Place.await("burst " + number, () -> guest.console().length() >= before + KIB * 1024L);
  }

  /// Each burst's lines are numbered from 1 on.
  private static boolean whole(String console, int floods) {
    int next = 1;
    int complete = 0;
    for (var line : (Iterable<String>) console.lines()::iterator) {
      if (!line.startsWith("log 0")) {
        continue;
      }
      var words = line.split(" ");
      int number = Integer.parseInt(words[1]);
      if (number != next) {
        System.out.println("       line " + next + " of a burst is missing: " + line);
        return false;
      }
      next = number == Integer.parseInt(words[3]) ? 1 : number + 1;
      complete += next == 1 ? 1 : 0;
    }
    return complete == floods;
  }
}
