// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static trilobite.runner.Waiting.until;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Backtrace;
import trilobite.model.inspect.Question;
import trilobite.model.port.LaunchException;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.model.time.HostClock;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.history.RunHistory;
import trilobite.runner.load.HttpLoad;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// What we see from outside, beside what the guest says of itself.
@Tag("qemu")
class RealGuestTest {

  private static final long QUIET_NANOS = 300_000_000;

  @TempDir Path state;

  private TideGuest boot(String machine, String memory, Chronicle chronicle)
      throws IOException, LaunchException, InterruptedException {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    return new TideGuest(
        state, machine, memory, new RunObservers(() -> profiles, types, chronicle));
  }

  private static HeapRow heap(TideGuest tide) {
    return switch (tide.guest.eyes().heap()) {
      case Known<List<HeapRow>>(var reading) -> reading.value().getFirst();
      case Measured.Unknown<List<HeapRow>>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  private static double latest(TideGuest tide, Vital vital) {
    var known = tide.guest.vitals().latest().get(vital);
    return known == null ? Double.NaN : known.value().orElse(Double.NaN);
  }

  @ParameterizedTest
  @CsvSource({"q35, 64M", "pc, 16M", "microvm, 16M", "q35, 3300M", "pc, 4G", "microvm, 3300M"})
  void heapIsWhatTheGuestCounts(String machine, String memory) throws Exception {
    try (var tide = boot(machine, memory, Chronicle.none())) {
      until("memory opened", () -> tide.guest.eyes().heap() instanceof Known);
      var told = new AtomicReference<>(truth(tide));
      var seen = watch(tide, told);
      assertThat(seen).as("the guest's own figures among those seen").contains(told.get());
      var before = heap(tide);
      tide.perform("alloc?kib=512");
      var more = heap(tide).used() - before.used();
      // Connections come and go meanwhile, which takes some hundred bytes.
      assertThat(more).isBetween((512L << 10) - 4096, (512L << 10) + 4096);
    }
  }

  private static HeapRow truth(TideGuest tide) throws IOException {
    var heap = tide.truth("heap");
    return HeapRow.figures(
        "tide",
        heap.get("total").asLong(),
        heap.get("used").asLong(),
        heap.get("peak").asLong(),
        heap.get("blocks").asLong());
  }

  private static HeapRow figures(List<HeapRow> rows) {
    var tide = rows.getFirst();
    return HeapRow.figures(
        tide.name(), tide.total(), tide.used(), tide.peak().orElseThrow(), tide.blocks());
  }

  /// Looks at the heap without a break while the guest is asked, since answering changes it; asks
  /// again until the moment at which the guest looked was among ours.
  private static Set<HeapRow> watch(TideGuest tide, AtomicReference<HeapRow> told)
      throws Exception {
    var seen = ConcurrentHashMap.<HeapRow>newKeySet();
    var done = new AtomicBoolean();
    var looker =
        Threads.working(
            "test looker",
            () -> {
              while (!done.get()) {
                tide.guest.eyes().heap().value().ifPresent(rows -> seen.add(figures(rows)));
              }
            });
    try {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
      while (!seen.contains(told.get()) && System.nanoTime() < deadline) {
        told.set(truth(tide));
      }
    } finally {
      done.set(true);
      looker.join();
    }
    return seen;
  }

  @Test
  void aReadingSaysWhereWhenAndAtWhatCost() throws Exception {
    try (var tide = boot("q35", "64M", Chronicle.none())) {
      until("memory opened", () -> tide.guest.eyes().heap() instanceof Known);
      var reading = ((Known<List<HeapRow>>) tide.guest.eyes().heap()).reading();
      assertThat(reading.pauses()).isZero();
      assertThat(reading.costMicros()).isPositive();
      assertThat(reading.takenAt()).isPositive();
      assertThat(reading.source().detail()).contains("tide_heap").contains("tidepool.elf");
    }
  }

  @Test
  void touchedMemoryGrowsAsTheGuestTouchesIt() throws Exception {
    try (var tide = boot("q35", "64M", Chronicle.none())) {
      until("touched", () -> latest(tide, Vital.MEMORY_TOUCHED) > 0);
      var before = latest(tide, Vital.MEMORY_TOUCHED);
      assertThat(before).isBetween(1.0 * (1 << 20), 40.0 * (1 << 20));
      assertThat(latest(tide, Vital.MEMORY_ASSIGNED)).isEqualTo(64 << 20);
      tide.perform("alloc?kib=8192");
      until("8 MiB more", () -> latest(tide, Vital.MEMORY_TOUCHED) >= before + (8 << 20));
      assertThat(latest(tide, Vital.MEMORY_TOUCHED)).isLessThan(before + (12 << 20));
    }
  }

  @Test
  void cpuIsWhatTheKernelChargesTheVcpus() throws Exception {
    try (var tide = boot("q35", "64M", Chronicle.none())) {
      until("it rests", () -> latest(tide, Vital.CPU) < 25);
      var thread = tide.session.vcpus().getFirst().threadId();
      var from = cpu(tide).latest().orElseThrow().t();
      var before = ticks(tide.session.qemuPid(), thread);
      tide.perform("spin?ms=3000");
      var after = cpu(tide).version();
      until("a sample more", () -> cpu(tide).version() > after);
      var millis = 10.0 * (ticks(tide.session.qemuPid(), thread) - before);
      var sum = 0.0;
      var last = from;
      for (var sample : cpu(tide).samples(Math.nextUp(from), Double.MAX_VALUE, 1000)) {
        sum += sample.value() / 100 * (sample.t() - last);
        last = sample.t();
      }
      // How much of its 3 s of spinning the guest gets is the machine's business.
      assertThat(millis).isGreaterThan(200);
      assertThat(sum).isCloseTo(millis, within(100 + millis * 0.1));
    }
  }

  private static Series cpu(TideGuest tide) {
    var series = tide.guest.vitals().series().get(Vital.CPU);
    return series == null ? new Timeline(Vital.CPU.info()) : series;
  }

  /// User and system time by the other of Linux's two accounts.
  private static long ticks(long process, long thread) throws IOException {
    var stat = Files.readString(Path.of("/proc/" + process + "/task/" + thread + "/stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }

  @Test
  void packetsAreThoseTheGuestCounted() throws Exception {
    try (var tide = boot("q35", "64M", Chronicle.none());
        var load = new Stopping(new HttpLoad())) {
      var running = load.load.start(tide.web(), 50, 2);
      until("some answers", () -> running.figures().answered() > 100);
      load.load.stop();
      until("quiet", quiet(tide));
      var truth = tide.truth("packets");
      until(
          "the same counts",
          () ->
              tide.session.packets().orElseThrow().rxPackets() >= truth.get("rxPackets").asLong());
      // Only the packets of this very question come between the two counts.
      assertThat(tide.session.packets().orElseThrow().rxPackets())
          .isBetween(truth.get("rxPackets").asLong(), truth.get("rxPackets").asLong() + 10);
      assertThat(tide.session.packets().orElseThrow().txPackets())
          .isBetween(truth.get("txPackets").asLong(), truth.get("txPackets").asLong() + 10);
      assertThat(running.figures().failed()).isZero();
    }
  }

  /// Holds once no packet was counted for a while.
  private static BooleanSupplier quiet(TideGuest tide) {
    var seen = new AtomicReference<>(tide.session.packets());
    var since = new AtomicLong(HostClock.nanos());
    return () -> {
      var now = tide.session.packets();
      if (!now.equals(seen.getAndSet(now))) {
        since.set(HostClock.nanos());
      }
      return HostClock.nanos() - since.get() > QUIET_NANOS;
    };
  }

  @Test
  void aRunOpensAgainFromTheHistory() throws Exception {
    var history = new RunHistory(state, () -> Long.MAX_VALUE);
    try (var tide = boot("microvm", "16M", history)) {
      until("some samples", () -> latest(tide, Vital.HEAP_USED) > 0);
      tide.guest.pause();
      until("paused", () -> marks(tide).contains(Mark.Kind.PAUSE));
      tide.guest.resume();
      until("resumed", () -> marks(tide).contains(Mark.Kind.RESUME));
      until("one more", () -> tide.guest.vitals().series().get(Vital.CPU).latest().isPresent());
      // The last subject that is opened: threads can be seen, but nobody looked.
      until("eyes", () -> tide.guest.eyes().see(Views.SYMBOLS).value().isPresent());
      tide.guest.stop();
      assertThat(tide.guest.ended().join()).isEqualTo(Verdict.STOPPED);
      // What was in memory at the end is still there.
      assertThat(heap(tide).used()).isPositive();
      assertThat(tide.guest.eyes().threads().value().orElseThrow().rows())
          .extracting(ThreadRow::name)
          .contains("main", "worker-0");
      var id = tide.session.id();
      history.close();
      var run = history.run(id).orElseThrow();
      assertThat(run.readyMillis()).isPresent();
      assertThat(run.verdict()).contains(Verdict.STOPPED);
      var vitals = history.vitals(id);
      var live = tide.guest.vitals();
      assertThat(vitals.series().keySet()).isEqualTo(live.series().keySet());
      for (var vital : live.series().keySet()) {
        assertThat(vitals.series().get(vital).latest().orElseThrow().value())
            .as("last of %s", vital)
            .isEqualTo(live.series().get(vital).latest().orElseThrow().value());
      }
      assertThat(vitals.marks()).extracting(Mark::kind).contains(Mark.Kind.BOOT, Mark.Kind.READY);
      assertThat(vitals.marks().getLast().kind()).isEqualTo(Mark.Kind.STOP);
      assertThat(vitals.latest().get(Vital.DISK_READ_BYTES))
          .isEqualTo(Measured.unknown("the guest has no disk"));
      var bytes = new byte[1 << 16];
      assertThat(history.console(id).read(0, bytes)).isPositive();
    }
  }

  @Test
  void aGuestThatFellLeavesTheStackOnWhichItLies() throws Exception {
    try (var tide = boot("q35", "64M", Chronicle.none())) {
      until("eyes", () -> tide.guest.eyes().see(Views.SYMBOLS).value().isPresent());
      tide.guest.type("null\r".getBytes(StandardCharsets.US_ASCII));
      assertThat(tide.guest.ended().join()).isEqualTo(Verdict.CRASHED);
      for (var thread : List.of("shell", "")) {
        var stack = tide.guest.eyes().ask(new Question.Stack(thread, false)).value().orElseThrow();
        assertThat(stack.name()).isEqualTo("shell");
        assertThat(stack.frames())
            .extracting(Backtrace.Frame::function)
            .contains("trap", "null", "shell_loop");
      }
      var idle = tide.guest.eyes().ask(new Question.Stack("main", false)).value().orElseThrow();
      assertThat(idle.frames().getFirst().function()).isEqualTo("schedule");
      assertThat(idle.approximate()).isEmpty();
      assertThat(RunRecord.stacks(tide.session.runFolder()))
          .content()
          .startsWith("thread 9 shell, running\n#0 ")
          .contains("in null () at ", "\n\nthread 1 main\n#0 ");
    }
  }

  private static List<Mark.Kind> marks(TideGuest tide) {
    return tide.guest.vitals().marks().stream().map(Mark::kind).toList();
  }

  /// Ends a load with its test.
  private record Stopping(HttpLoad load) implements AutoCloseable {
    @Override
    public void close() {
      load.stop();
    }
  }
}
