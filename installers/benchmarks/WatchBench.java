// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import trilobite.model.guest.Views;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.runner.Runner;

/// What reading costs a guest that works as hard as it can: requests a second while its threads,
/// connections, packets and memory are read twice a second, as their panels read them but without
/// drawing; and while who runs is sampled a thousand times a second, for which the demo guest's
/// profile loses its clocks.
public final class WatchBench {

  private static final double SLICE_SECONDS = 3;
  private static final long READ_MILLIS = 500;

  /// Sampling goes on for 5 s after the last question.
  private static final long QUIET_MILLIS = 5_500;

  private final LiveGuest guest;
  private final int port;
  private final Path vcpu;
  private Slice watched = new Slice(0, 0);
  private Slice unwatched = new Slice(0, 0);
  private long watchedUntil;

  private WatchBench(LiveGuest guest, int port, Path vcpu) {
    this.guest = guest;
    this.port = port;
    this.vcpu = vcpu;
  }

  /// @param args the folder of the shipped profiles
  public static void main(String[] args) throws Exception {
    measure(
        Map.of(),
        "requests while read",
        "HTTP requests for each second of the vCPU's thread with threads, connections, packets and memory read"
            + " twice a second, against unread",
        0.98,
        true);
    measure(
        Map.of("XDG_CONFIG_HOME", withoutClocks(Path.of(args[0])).toString()),
        "requests while sampled",
        "HTTP requests for each second of the vCPU's thread with who runs sampled at 1 kHz, against not sampled",
        0.99,
        false);
  }

  private static Path withoutClocks(Path profiles) throws Exception {
    var config = Files.createTempDirectory("watch");
    var folder = Files.createDirectories(config.resolve("trilobite/profiles/tide"));
    var text = Files.readString(profiles.resolve("tide/profile.toml"));
    Files.writeString(
        folder.resolve("profile.toml"),
        text.replaceFirst("(?s)\\[threads\\.clocks\\].*?\\n\\n", ""));
    return config;
  }

  /// @param all true to read four views; false for threads alone, which has them sampled
  private static void measure(
      Map<String, String> more, String name, String what, double least, boolean all)
      throws Exception {
    var environment = new HashMap<>(System.getenv());
    environment.putAll(more);
    try (var workbench = Runner.open(environment)) {
      var project = DemoProject.make(workbench, all ? "read" : "sampled");
      var guest =
          workbench
              .guests()
              .launch(
                  new LaunchRequest(project.folder(), "default", true, false),
                  JobContext.unwatched());
      try {
        until(guest);
        var target = Target.atLeast(least, 2 * (1 - least));
        var clock = new ArrayList<Double>();
        var bench = new WatchBench(guest, project.port(), Kernel.vcpu(qemu()));
        // The guest's first requests, and ours, are like no others.
        bench.watched(all);
        bench.unwatched(0);
        var pairs =
            new Pairs(target, Pairs.patience(110))
                .run(
                    () -> bench.watched(all).perCpuSecond(),
                    () -> bench.unwatched(all ? 0 : QUIET_MILLIS).perCpuSecond(),
                    () -> clock.add(bench.watched.perSecond() / bench.unwatched.perSecond()));
        new Figure(
                name,
                what,
                "",
                Optional.of(target),
                pairs.interval(),
                pairs.count(),
                Map.of(
                    "with, median of a vCPU second", pairs.ourMedian(),
                    "without", pairs.theirMedian(),
                    "requests a second by the clock, ratio", Interval.ofRatios(clock)))
            .print();
      } finally {
        guest.stop();
      }
    }
  }

  private static long qemu() {
    return ProcessHandle.current()
        .descendants()
        .filter(child -> child.info().command().filter(c -> c.contains("qemu-system")).isPresent())
        .findFirst()
        .orElseThrow()
        .pid();
  }

  private static void until(LiveGuest guest) throws Exception {
    for (int i = 0; i < 600; i++) {
      if (guest.status().ready().isPresent() && guest.eyes().threads().value().isPresent()) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("its threads are not read");
  }

  private Slice watched(boolean all) throws Exception {
    var over = new AtomicBoolean();
    var reader = Thread.ofPlatform().start(() -> read(guest, all, over));
    try {
      watched = Slice.measure(vcpu, port, SLICE_SECONDS);
      return watched;
    } finally {
      over.set(true);
      reader.interrupt();
      reader.join();
      watchedUntil = System.nanoTime();
    }
  }

  /// @param quiet milliseconds after the last question, before which there is still somebody who
  ///   looks
  private Slice unwatched(long quiet) throws Exception {
    long left = quiet - (System.nanoTime() - watchedUntil) / 1_000_000;
    Thread.sleep(Math.max(0, left));
    unwatched = Slice.measure(vcpu, port, SLICE_SECONDS);
    return unwatched;
  }

  private static void read(LiveGuest guest, boolean all, AtomicBoolean over) {
    while (!over.get()) {
      guest.eyes().threads();
      if (all) {
        guest.eyes().see(Views.LISTENERS);
        guest.eyes().see(Views.SOCKETS);
        guest.eyes().see(Views.PACKETS);
        guest.eyes().see(Views.MEMORY_MAP);
      }
      try {
        Thread.sleep(READ_MILLIS);
      } catch (InterruptedException e) {
        return;
      }
    }
  }
}
