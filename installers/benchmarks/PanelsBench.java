// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.Runner;

/// What looking costs a guest that works as hard as it can: requests a second with Threads,
/// Connections, Packets and Memory open in a real window, two at a time side by side, against the
/// same window with its tools hidden.
public final class PanelsBench {

  private static final double SLICE_SECONDS = 2;
  private static final long SETTLE_MILLIS = 8_000;
  private static final long PAUSE_MILLIS = 1_000;
  private static final int WARM_UPS = 10;
  private static final List<String> OPEN = List.of("threads packets", "connections memory");

  private final Watched window;
  private final BufferedReader answers;
  private final Path vcpu;
  private final int port;
  private final List<Double> perCpuSecond = new ArrayList<>();
  private Slice newestOpen = new Slice(0, 0);
  private Slice newestClosed = new Slice(0, 0);

  private PanelsBench(Watched window, int port) throws IOException {
    this.window = window;
    this.answers = window.process().inputReader();
    this.vcpu = Kernel.vcpu(window.qemu());
    this.port = port;
  }

  /// @param args the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    DemoProject project;
    try (var workbench = Runner.open(System.getenv())) {
      project = DemoProject.make(workbench, "panels");
    }
    try (var window = Watched.commanded(List.of(args), "PanelsWindow", project)) {
      new PanelsBench(window, project.port()).measure();
    }
  }

  private void measure() throws Exception {
    Thread.sleep(SETTLE_MILLIS);
    // Each panel is made when it is first shown, and compiled in its first minute.
    for (int i = 0; i < WARM_UPS; i++) {
      open();
      closed();
    }
    var target = Target.atLeast(0.98, 0.04);
    double ownBefore = Kernel.seconds(Path.of("/proc", Long.toString(window.pid())));
    var pairs =
        new Pairs(target, Pairs.patience(150))
            .run(
                () -> open().perSecond(),
                () -> closed().perSecond(),
                () -> perCpuSecond.add(newestOpen.perCpuSecond() / newestClosed.perCpuSecond()));
    double own = Kernel.seconds(Path.of("/proc", Long.toString(window.pid()))) - ownBefore;
    var more =
        Map.<String, Object>of(
            "open, median a second", pairs.ourMedian(),
            "closed, median a second", pairs.theirMedian(),
            "the window's own processor seconds for each pair", own / pairs.count(),
            "requests a second, ratio", pairs.interval());
    var what =
        "Threads, Connections, Packets and Memory open in a window, against its tools hidden";
    new Figure(
            "panels",
            "HTTP requests for each second of the vCPU's thread with " + what,
            "",
            Optional.of(target),
            Interval.ofRatios(perCpuSecond),
            pairs.count(),
            more)
        .print();
    new Figure(
            "panels, by the clock",
            "HTTP requests a second with " + what,
            "",
            Optional.of(target),
            pairs.interval(),
            pairs.count(),
            Map.of())
        .print();
  }

  private Slice open() throws Exception {
    var slices = new ArrayList<Slice>();
    for (var pair : OPEN) {
      show(pair);
      // What it takes to bring another panel to the front is no part of looking at it.
      Thread.sleep(PAUSE_MILLIS);
      slices.add(Slice.measure(vcpu, port, SLICE_SECONDS));
    }
    newestOpen = Slice.mean(slices);
    return newestOpen;
  }

  private Slice closed() throws Exception {
    show("closed");
    Thread.sleep(PAUSE_MILLIS);
    newestClosed = Slice.measure(vcpu, port, OPEN.size() * SLICE_SECONDS);
    return newestClosed;
  }

  private void show(String what) throws IOException {
    var out = window.process().outputWriter();
    out.write(what + "\n");
    out.flush();
    for (var line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("shown ")) {
        if (!line.equals("shown " + what)) {
          throw new IOException("asked for " + what + ", but there is " + line);
        }
        return;
      }
    }
    throw new IOException("the window has ended");
  }
}
