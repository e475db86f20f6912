// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.HeapRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.View;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Answer;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Probe;
import trilobite.model.reach.Reach;
import trilobite.model.reach.Trail;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.time.RunClock;
import trilobite.model.time.Series;
import trilobite.model.time.Timeline;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;
import trilobite.runner.live.EventLine;

/// A guest without a machine: it remembers what it was told.
public final class FakeGuest implements LiveGuest {

  final ByteArrayOutputStream typed = new ByteArrayOutputStream();
  final List<String> commands = new ArrayList<>();
  final Timeline cpu = new Timeline(Vital.CPU.info());
  private final EventLine events = new EventLine();
  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();
  private volatile RunState state = RunState.RUNNING;
  private int cold;

  static final Reading<Double> READING =
      new Reading<>(12.5, new Source(Source.Kind.HOST_PROCESS, "/proc"), 100, 7, 0);

  void tell(RunEvent event) {
    if (event instanceof RunEvent.Ended end) {
      state = RunState.ENDED;
      ended.complete(end.verdict());
    }
    events.tell(event);
  }

  @Override
  public RunStatus status() {
    return new RunStatus(
        new RunId(12),
        "tide",
        "default",
        state,
        Optional.empty(),
        "",
        OptionalLong.of(4711),
        Optional.of(new Accelerator("tcg", "a test")),
        Optional.of(new RunClock(Instant.parse("2026-01-02T03:04:05.678Z"), 99)),
        OptionalDouble.of(1.5),
        OptionalDouble.of(2.5),
        OptionalDouble.empty(),
        List.of(new ForwardBinding("tcp", "127.0.0.1", 8080, 80)),
        OptionalDouble.empty());
  }

  @Override
  public ConsoleLog console() {
    throw new UnsupportedOperationException("others read the console from its folder");
  }

  @Override
  public PacketLog packets() {
    throw new UnsupportedOperationException("others read packets from their folder");
  }

  @Override
  public Vitals vitals() {
    return new Vitals() {
      @Override
      public Map<Vital, Series> series() {
        return new EnumMap<>(Map.of(Vital.CPU, cpu));
      }

      @Override
      public Map<Vital, Measured<Double>> latest() {
        return Map.of(
            Vital.CPU, Measured.of(READING), Vital.HEAP_USED, Measured.unknown("no symbols"));
      }

      @Override
      public List<Mark> marks() {
        return List.of(new Mark(2.5, Mark.Kind.BOOT, "first byte"));
      }

      @Override
      public double now() {
        return 1_000_000;
      }
    };
  }

  /// The next readings come too early for a share of the CPU.
  public void cold(int readings) {
    cold = readings;
  }

  @Override
  public Eyes eyes() {
    var row = HeapRow.figures("tide", 100, 60, 80, 3);
    var thread =
        new ThreadRow(
            7,
            "worker-1",
            "blocked",
            OptionalLong.empty(),
            cold-- > 0 ? OptionalDouble.empty() : OptionalDouble.of(12.5),
            OptionalLong.of(1_000_000),
            OptionalLong.of(42),
            OptionalDouble.of(2.5),
            OptionalLong.empty(),
            OptionalLong.of(16384),
            OptionalLong.of(488),
            Optional.of("mutex cache"),
            OptionalLong.of(38_500_000),
            Optional.of("worker-2"),
            OptionalLong.of(8),
            OptionalLong.of(40_500_000),
            Optional.of("worker_main"),
            0xffff_8000_0000_1000L);
    return new Eyes() {
      @Override
      @SuppressWarnings("unchecked")
      public <R extends Record> Measured<Listing<R>> see(View<R> view) {
        var rows =
            switch (view.name()) {
              case "allocators" -> List.of(row);
              case "threads" -> List.of(thread);
              default -> List.of();
            };
        return rows.isEmpty()
            ? Measured.unknown("a fake guest has no " + view.name())
            : Measured.of(
                READING.map(v -> new Listing<>((List<R>) rows, Optional.of("time was up"))));
      }
    };
  }

  @Override
  public Reach reach() {
    return probe ->
        probe instanceof Probe.Connect
            ? Measured.of(
                READING.map(
                    v ->
                        new Answer(
                            Outcome.REFUSED, "10.0.2.15", OptionalLong.of(7), Trail.ANSWERED)))
            : Measured.unknown("no wire");
  }

  @Override
  public void type(byte[] bytes) {
    typed.writeBytes(bytes);
  }

  @Override
  public void stop() {
    tell(new RunEvent.Ended(Verdict.STOPPED, "It was stopped.", Optional.of(9.0)));
  }

  @Override
  public void pause() throws IOException {
    throw new IOException("QEMU did not answer stop");
  }

  @Override
  public void resume() {
    commands.add("resume");
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return events.listen(listener);
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return ended;
  }
}
