// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.Runner;

/// What watching costs a guest: HTTP requests a second with the window and Vitals on, against the
/// same run without a window, and against the same guest by hand, its card right on QEMU's network
/// and nobody watching. All guests are there all the time and one of them works; the programs of
/// the others are stopped whole meanwhile.
///
/// The interval is that of one start. Two programs differ by some percent for as long as they live:
/// two starts said 0.984 and 0.946, each with an interval that left the other out. Several starts
/// are needed to judge.
public final class CostBench {

  private static final double SLICE_SECONDS = 4;
  private static final long SETTLE_MILLIS = 8_000;

  /// A program that stood still for seconds has to catch up first: its samplers, its history and
  /// its picture are late, which one that runs is not.
  private static final long PAUSE_MILLIS = 1_500;

  private static final int WARM_UPS = 12;

  private CostBench() {}

  /// @param args the words that start Java, class path last
  public static void main(String[] args) throws Exception {
    var java = List.of(args);
    try (var workbench = Runner.open(System.getenv())) {
      var shown = DemoProject.make(workbench, "shown");
      var hidden = DemoProject.make(workbench, "hidden");
      try (var window = Watched.start(java, shown);
          var headless = Watched.start(java, hidden, "--headless")) {
        var run = Watched.record(workbench, shown);
        int free = DemoProject.freePort();
        var words = direct(run.command(), free);
        try (var hand = ByHand.start(words, ByHand.runtimeOf(run.command()), shown.folder())) {
          Watched.answers(free);
          Thread.sleep(SETTLE_MILLIS);
          window.signal("STOP");
          headless.signal("STOP");
          var watched = new Guest(window.qemu(), shown.port(), Optional.of(window));
          var off = new Guest(headless.qemu(), hidden.port(), Optional.of(headless));
          var alone = new Guest(hand.process().pid(), free, Optional.empty());
          var target = Target.atLeast(0.97, 0.03);
          double seconds = Pairs.patience(110);
          warmUp(watched, off);
          compare(
              "requests",
              "the same run without a window",
              Optional.of(target),
              watched,
              off,
              seconds);
          alone.work();
          compare(
              "requests by hand",
              "the guest by hand, no relay",
              Optional.empty(),
              watched,
              alone,
              Math.min(seconds, 60));
        }
      }
    }
  }

  /// A program is compiled while it works: what its first minute costs is not what watching does.
  private static void warmUp(Guest one, Guest other) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      one.work();
      other.work();
    }
  }

  private static void compare(
      String name, String against, Optional<Target> target, Guest one, Guest other, double seconds)
      throws Exception {
    var perCpuSecond = new ArrayList<Double>();
    var pairs =
        new Pairs(target.orElse(Target.atLeast(0.97, 0.06)), seconds)
            .run(
                one::work,
                other::work,
                () -> perCpuSecond.add(one.perCpuSecond / other.perCpuSecond));
    new Figure(
            name,
            "HTTP requests a second with window and Vitals on, against " + against,
            "",
            target,
            pairs.interval(),
            pairs.count(),
            Map.of(
                "watched, median a second", pairs.ourMedian(),
                "other side, median a second", pairs.theirMedian(),
                "requests for each second of the vCPU's thread, ratio",
                    Interval.ofRatios(perCpuSecond)))
        .print();
  }

  /// A guest, its owner that can be stopped, and what it did in the newest slice.
  private static final class Guest {
    private final Path vcpu;
    private final int port;
    private final Optional<Watched> owner;
    double perCpuSecond;

    Guest(long qemu, int port, Optional<Watched> owner) throws Exception {
      this.vcpu = Kernel.vcpu(qemu);
      this.port = port;
      this.owner = owner;
    }

    double work() throws Exception {
      if (owner.isPresent()) {
        owner.get().signal("CONT");
      }
      Thread.sleep(PAUSE_MILLIS);
      var slice = Slice.measure(vcpu, port, SLICE_SECONDS);
      perCpuSecond = slice.perCpuSecond();
      if (owner.isPresent()) {
        owner.get().signal("STOP");
      }
      return slice.perSecond();
    }
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
