// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import trilobite.app.window.WindowHand;
import trilobite.model.port.Workbench;
import trilobite.runner.Runner;

/// What watching costs a guest: HTTP requests a second with the window and Vitals on the screen,
/// against the same window minimised, when nothing of it is looked at or drawn; and against the
/// same guest by hand, its card right on QEMU's network and nobody watching.
///
/// Both sides are the same program with the same guest: two programs differ for as long as they
/// live, and two without any window by up to 6 %. How much a window costs may differ from start to
/// start too, so several are measured and the interval is that of the starts.
public final class CostBench {

  private static final int FEWEST_STARTS = 6;
  private static final int MOST_LEFT_OUT = 2;

  /// Starts differ more than pairs within them, and a start takes a minute before its first pair:
  /// with so many the interval gets narrow soonest.
  private static final int PAIRS = 14;

  /// Short: the rate of one and the same side goes up and down by a tenth within a minute, with the
  /// processors that the kernel has its threads share.
  private static final double SLICE_SECONDS = 2;

  private static final long SETTLE_MILLIS = 6_000;

  /// What it takes to come back onto the screen is no part of being there.
  private static final long PAUSE_MILLIS = 1_000;

  /// A program is compiled while it works: what its first minutes cost is not what watching does. A
  /// hand that moves over the graphs has them drawn, and compiled, ten times as often meanwhile.
  private static final double WARM_UP_SECONDS = 60;

  private static int leftOut;

  private final Watched program;
  private final WindowHand window;
  private final Path vcpu;
  private final int port;
  private final Side shown = new Side();
  private final Side minimised = new Side();
  private boolean hidden;

  /// What was measured of one side.
  private static final class Side {
    private final List<Slice> slices = new ArrayList<>();
    private double ownSeconds;

    Slice mean() {
      return Slice.mean(slices);
    }
  }

  private CostBench(Watched program, int port) throws Exception {
    this.program = program;
    this.window = WindowHand.of("Trilobite$");
    this.vcpu = Kernel.vcpu(program.qemu());
    this.port = port;
  }

  /// @param args the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    var java = List.of(args);
    var target = Target.atLeast(0.97, 0.03);
    long until = System.nanoTime() + (long) (Pairs.patience(2_400) * 1e9);
    var starts = new ArrayList<CostBench>();
    int made = 0;
    try (var workbench = Runner.open(System.getenv())) {
      while (starts.size() < FEWEST_STARTS
          || (System.nanoTime() < until && !target.narrow(ratio(starts)))) {
        var next = measured(java, DemoProject.make(workbench, "shown" + made++));
        next.ifPresent(starts::add);
        if (next.isPresent() && System.getenv("BENCH_VERBOSE") != null) {
          starts.getLast().tell();
          print(starts, target);
        }
      }
      print(starts, target);
      byHand(java, workbench);
    }
  }

  /// Empty where a start could not be measured to its end, which is said and not counted.
  private static Optional<CostBench> measured(List<String> java, DemoProject project)
      throws Exception {
    try {
      return Optional.of(start(java, project));
    } catch (IOException e) {
      System.err.println("a start is left out: " + e.getMessage());
      if (++leftOut > MOST_LEFT_OUT) {
        throw e;
      }
      return Optional.empty();
    }
  }

  private static CostBench start(List<String> java, DemoProject project) throws Exception {
    try (var program = Watched.start(java, project)) {
      var start = new CostBench(program, project.port());
      Thread.sleep(SETTLE_MILLIS);
      try {
        start.measure();
      } catch (IOException e) {
        var left = program.process().isAlive() ? "the program lives, " : "the program has ended, ";
        throw new IOException(e.getMessage() + "; " + left + program.guest(), e);
      }
      return start;
    }
  }

  private void measure() throws Exception {
    warmUp();
    for (int i = 0; i < PAIRS; i++) {
      measure(i % 2 == 0 ? shown : minimised);
      measure(i % 2 == 0 ? minimised : shown);
    }
  }

  private void warmUp() throws Exception {
    var hand =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    window.wander(WARM_UP_SECONDS);
                  } catch (IOException | InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    Slice.measure(vcpu, port, WARM_UP_SECONDS + SETTLE_MILLIS / 1e3);
    hand.join();
  }

  private void measure(Side side) throws Exception {
    boolean hide = side == minimised;
    if (hide != hidden) {
      if (hide) {
        window.minimise();
      } else {
        window.restore();
      }
      hidden = hide;
      Thread.sleep(PAUSE_MILLIS);
    }
    double before = own();
    side.slices.add(Slice.measure(vcpu, port, SLICE_SECONDS));
    side.ownSeconds += own() - before;
  }

  private void tell() {
    for (var side : List.of(shown, minimised)) {
      System.err.println(
          (side == shown ? "shown " : "minimised ")
              + side.slices.stream().map(s -> Math.round(s.perSecond())).toList());
    }
  }

  private double own() throws Exception {
    return Kernel.seconds(Path.of("/proc", Long.toString(program.pid())));
  }

  /// Of its pairs: the rates jump by a tenth within some of them, by which a ratio of means would
  /// be decided.
  private Interval pairs() {
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < PAIRS; i++) {
      ratios.add(shown.slices.get(i).perSecond() / minimised.slices.get(i).perSecond());
    }
    return Interval.ofRatios(ratios);
  }

  private static Interval ratio(List<CostBench> starts) {
    return Interval.ofRatios(starts.stream().map(s -> s.pairs().middle()).toList());
  }

  private static void print(List<CostBench> starts, Target target) {
    double seconds = starts.size() * PAIRS * SLICE_SECONDS;
    new Figure(
            "requests",
            "HTTP requests a second with window and Vitals on, against the same window minimised;"
                + " over starts of the program, each of "
                + PAIRS
                + " pairs",
            "",
            Optional.of(target),
            ratio(starts),
            starts.size(),
            Map.of(
                "shown, a second", mean(starts, s -> s.shown),
                "minimised, a second", mean(starts, s -> s.minimised),
                "requests for each second of the vCPU's thread, ratio",
                    Interval.ofRatios(
                        starts.stream()
                            .map(
                                s ->
                                    s.shown.mean().perCpuSecond()
                                        / s.minimised.mean().perCpuSecond())
                            .toList()),
                "the program's own use of a processor, shown, %",
                    starts.stream().mapToDouble(s -> s.shown.ownSeconds).sum() / seconds * 100,
                "the same, minimised, %",
                    starts.stream().mapToDouble(s -> s.minimised.ownSeconds).sum() / seconds * 100,
                "starts that broke off and are left out", leftOut,
                "each start", starts.stream().map(CostBench::pairs).toList()))
        .print();
  }

  private static double mean(List<CostBench> starts, Function<CostBench, Side> side) {
    return starts.stream()
        .mapToDouble(s -> side.apply(s).mean().perSecond())
        .average()
        .orElseThrow();
  }

  /// One start: that of another differs by some percent.
  private static void byHand(List<String> java, Workbench workbench) throws Exception {
    var project = DemoProject.make(workbench, "watched");
    try (var program = Watched.start(java, project)) {
      var run = Watched.record(workbench, project);
      int free = DemoProject.freePort();
      var words = direct(run.command(), free);
      try (var hand = ByHand.start(words, ByHand.runtimeOf(run.command()), project.folder())) {
        Watched.answers(free);
        var watched = Kernel.vcpu(program.qemu());
        var alone = Kernel.vcpu(hand.process().pid());
        Thread.sleep(SETTLE_MILLIS);
        Slice.measure(watched, project.port(), WARM_UP_SECONDS);
        program.signal("STOP");
        var pairs =
            new Pairs(Target.atLeast(0.97, 0.06), 60)
                .run(
                    () -> working(program, watched, project.port()),
                    () -> Slice.measure(alone, free, SLICE_SECONDS).perSecond());
        new Figure(
                "requests by hand",
                "HTTP requests a second with window and Vitals on, against the guest by hand, no"
                    + " relay",
                "",
                Optional.empty(),
                pairs.interval(),
                pairs.count(),
                Map.of(
                    "watched, median a second", pairs.ourMedian(),
                    "by hand, median a second", pairs.theirMedian()))
            .print();
      }
    }
  }

  /// A program that stood still for seconds has to catch up first: its samplers, its history and
  /// its picture are late, which one that runs is not.
  private static double working(Watched program, Path vcpu, int port) throws Exception {
    program.signal("CONT");
    Thread.sleep(PAUSE_MILLIS);
    double perSecond = Slice.measure(vcpu, port, SLICE_SECONDS).perSecond();
    program.signal("STOP");
    return perSecond;
  }

  /// The same guest with its card right on QEMU's user network, where nobody relays.
  private static List<String> direct(List<String> words, int port) {
    var direct = new ArrayList<String>();
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).equals("-netdev")) {
        i++;
      } else {
        direct.add(words.get(i));
      }
    }
    direct.addAll(
        List.of("-netdev", "user,id=nic0,restrict=on,hostfwd=tcp:127.0.0.1:" + port + "-:80"));
    return direct;
  }
}
