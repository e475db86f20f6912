// SPDX-License-Identifier: Apache-2.0
import trilobite.model.run.Verdict;
import trilobite.runner.Runner;

/// Boots, types and stops again and again in one workbench, as a person does all day. Nothing may
/// be left of a run but its record.
final class Cycles {

  /// Caches and pools have filled by then.
  private static final int SETTLED = 5;

  private Cycles() {}

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    boolean fine;
    int done = 0;
    try (var workbench = Runner.open(System.getenv())) {
      var folder = Place.demo(workbench);
      var settled = Footprint.now();
      while (System.nanoTime() < end || done <= SETTLED) {
        var guest = Place.boot(workbench, folder, done % 2 == 0 ? "default" : "small");
        guest.type("help\n".getBytes());
        guest.vitals().latest();
        // Every third guest leaves by itself.
        if (done % 3 == 2) {
          guest.type("off\n".getBytes());
        } else {
          guest.stop();
        }
        var verdict = guest.ended().join();
        if (verdict != (done % 3 == 2 ? Verdict.POWEROFF : Verdict.STOPPED)) {
          throw new IllegalStateException("cycle " + done + " ended as " + verdict);
        }
        if (++done == SETTLED) {
          settled = Footprint.now();
        }
      }
      var runs = workbench.history();
      int wanted = Math.min(done, 1000);
      Place.await("a record of every run", () -> recorded(runs) >= wanted);
      fine = settled.fine(settle(settled));
    }
    System.out.printf("cycles %d runs: %s%n", done, fine ? "ok" : "SOMETHING GREW OR WAS LEFT");
    System.exit(fine ? 0 : 1);
  }

  /// The last run's threads may take a moment to end.
  private static Footprint settle(Footprint before) throws Exception {
    var now = Footprint.now();
    for (int i = 0; i < 50 && (now.threads() > before.threads() || now.children() > 0); i++) {
      Thread.sleep(100);
      now = Footprint.now();
    }
    return now;
  }

  private static long recorded(trilobite.model.port.History history) {
    try {
      return history.runs(1000).stream().filter(run -> run.verdict().isPresent()).count();
    } catch (java.io.IOException e) {
      return 0;
    }
  }
}
