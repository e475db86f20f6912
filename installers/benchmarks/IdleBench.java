// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.Runner;

/// What the program takes while it shows a guest that does nothing.
public final class IdleBench {

  /// A program that has just started still compiles what it does again and again; one that idles
  /// has done that long ago.
  private static final long SETTLE_MILLIS = 45_000;

  private static final long SLICE_MILLIS = 5_000;
  private static final int FEWEST = 8;

  private IdleBench() {}

  /// @param args the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    DemoProject project;
    try (var workbench = Runner.open(System.getenv())) {
      project = DemoProject.make(workbench);
    }
    // A percentage from nought on: what it leaves from the ideal is all of it.
    var target = Target.atMost(5, 5);
    var percent = new ArrayList<Double>();
    try (var program = Watched.start(List.of(args), project)) {
      Thread.sleep(SETTLE_MILLIS);
      var folder = Path.of("/proc", Long.toString(program.pid()));
      long until = System.nanoTime() + (long) (Pairs.patience(60) * 1e9);
      while (percent.size() < FEWEST
          || (System.nanoTime() < until && !target.narrow(Interval.of(percent)))) {
        double before = Kernel.seconds(folder);
        long begun = System.nanoTime();
        Thread.sleep(SLICE_MILLIS);
        percent.add((Kernel.seconds(folder) - before) / ((System.nanoTime() - begun) / 1e9) * 100);
      }
      new Figure(
              "idle",
              "processor time of the program with its window and one idle guest",
              "% of a core",
              Optional.of(target),
              Interval.of(percent),
              percent.size(),
              Map.of("resident memory, MiB", Kernel.resident(program.pid())))
          .print();
    }
  }
}
