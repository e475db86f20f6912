// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.stage.Stage;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.runner.Runner;
import trilobite.ui.Window;

/// From a click on Run to the guest's first serial byte, against the same QEMU command by hand. The
/// window is the real one, on a screen; its Run button is fired on JavaFX's thread, so that the
/// question of trust, the checks, folders, guard, connections and history are all on the way.
public final class LaunchBench {

  private static final long PATIENCE_NANOS = 20_000_000_000L;
  private static final int WARM_UPS = 3;

  /// What a workbench has done in its first seconds is not what is measured.
  private static final long SETTLE_MILLIS = 4_000;

  private final Workbench workbench;
  private final DemoProject project;
  private final Stage stage;
  private List<String> words = List.of();
  private Path runtime = Path.of("");

  private LaunchBench(Workbench workbench, DemoProject project, Stage stage) {
    this.workbench = workbench;
    this.project = project;
    this.stage = stage;
  }

  /// @param args pairs of a figure's name and a target of the demo project; the first has a limit
  public static void main(String[] args) throws Exception {
    try (var workbench = Runner.open(System.getenv(), args)) {
      var project = DemoProject.make(workbench);
      for (int i = 0; i < args.length; i += 2) {
        measure(workbench, project, args[i], args[i + 1]);
      }
    }
  }

  private static void measure(Workbench workbench, DemoProject project, String name, String target)
      throws Exception {
    var options =
        new Window.Options(
            Optional.of(project.folder()), Optional.empty(), Optional.of(target), false);
    var stage =
        onFx(
            () -> {
              var made = new Stage();
              Window.prepare(workbench).open(made, options);
              return made;
            });
    var bench = new LaunchBench(workbench, project, stage);
    bench.until(bench::runPossible, "the project to open");
    Thread.sleep(SETTLE_MILLIS);
    double first = bench.click();
    for (int i = 0; i < WARM_UPS; i++) {
      bench.click();
      bench.byHand();
    }
    var limit = Target.atMost(1.10, 0.10);
    boolean judged = target.equals("default");
    double patience = Pairs.patience(100);
    var pairs =
        new Pairs(limit, judged ? patience : Math.min(patience, 60))
            .run(bench::click, bench::byHand);
    onFx(
        () -> {
          stage.close();
          return true;
        });
    new Figure(
            name,
            "click on Run to the first serial byte, against the same QEMU command by hand",
            "",
            judged ? Optional.of(limit) : Optional.empty(),
            pairs.interval(),
            pairs.count(),
            Map.of(
                "click, median ms", pairs.ourMedian(),
                "by hand, median ms", pairs.theirMedian(),
                "first click, ms", first))
        .print();
  }

  /// One run, from the click; in ms.
  private double click() throws Exception {
    until(this::runPossible, "Run to be possible");
    var begun = new CompletableFuture<Long>();
    Platform.runLater(
        () -> {
          begun.complete(System.nanoTime());
          button().fire();
        });
    var guest = guest();
    long zero = guest.status().clock().orElseThrow().startedNanos();
    double firstByte = guest.status().firstByte().orElseThrow();
    var run = workbench.history().run(guest.status().id()).orElseThrow();
    words = run.command();
    runtime = ByHand.runtimeOf(words);
    guest.stop();
    return (zero - begun.join()) / 1e6 + firstByte;
  }

  private LiveGuest guest() throws Exception {
    var found = new ArrayList<LiveGuest>();
    until(
        () -> {
          found.clear();
          workbench.guests().running().stream().filter(this::ours).forEach(found::add);
          return !found.isEmpty() && spoke(found.getFirst()).isPresent();
        },
        "the guest's first byte");
    return found.getFirst();
  }

  /// Others on this machine may run guests as well.
  private boolean ours(LiveGuest guest) {
    return guest.status().forwards().stream().anyMatch(f -> f.hostPort() == project.port());
  }

  private static OptionalDouble spoke(LiveGuest guest) {
    return guest.status().firstByte();
  }

  /// As the click, not before the window has shown how the run before ended, which takes a core.
  private double byHand() throws Exception {
    until(this::runPossible, "the end of the run to be shown");
    try (var hand = ByHand.start(words, runtime, project.folder())) {
      return hand.firstByteMillis();
    }
  }

  private boolean runPossible() throws Exception {
    return !onFx(() -> button().isDisabled());
  }

  private Button button() {
    return (Button) stage.getScene().lookup("#guest-run");
  }

  /// Looks seldom, so that looking costs the launch nothing.
  private void until(Condition condition, String what) throws Exception {
    long late = System.nanoTime() + PATIENCE_NANOS;
    do {
      Thread.sleep(250);
      if (System.nanoTime() > late) {
        throw new IOException(
            "waited in vain for " + what + "; runs: " + workbench.history().runs(3));
      }
    } while (!condition.holds());
  }

  private interface Condition {
    boolean holds() throws Exception;
  }

  private static boolean started;

  private static <T> T onFx(Supplier<T> work) throws Exception {
    var done = new CompletableFuture<T>();
    Runnable task =
        () -> {
          try {
            done.complete(work.get());
          } catch (RuntimeException | Error e) {
            done.completeExceptionally(e);
          }
        };
    if (started) {
      Platform.runLater(task);
    } else {
      started = true;
      Platform.setImplicitExit(false);
      Platform.startup(task);
    }
    return done.get();
  }
}
