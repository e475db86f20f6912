// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.View;
import trilobite.model.inspect.Question;
import trilobite.model.job.Subscription;
import trilobite.model.packet.PacketLog;
import trilobite.model.port.Elsewhere;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.run.Accelerator;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.time.RunClock;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// A guest that can be looked at, with threads that a test gives it.
final class StillGuest implements LiveGuest {

  private static final Source SOURCE = new Source(Source.Kind.GUEST_MEMORY, "threads in ram");

  private final CompletableFuture<Verdict> ended = new CompletableFuture<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final Map<View<?>, List<?>> rows = new ConcurrentHashMap<>();
  private volatile List<ThreadRow> threads;
  private volatile Function<Question<?>, Object> answers =
      question -> {
        throw new UnsupportedOperationException("nobody asks");
      };

  StillGuest(List<ThreadRow> threads) {
    this.threads = threads;
  }

  /// A machine on which the only thing to open is one core.
  static Workbench core(Supplier<LiveGuest> opened) {
    var elsewhere = proxy(Elsewhere.class, "core", opened);
    return proxy(Workbench.class, "elsewhere", () -> elsewhere);
  }

  private static <T> T proxy(Class<T> type, String only, Supplier<?> answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (_, method, _) -> {
              assertThat(method.getName()).isEqualTo(only);
              return answer.get();
            }));
  }

  /// What it answers from now on.
  void answers(Function<Question<?>, Object> next) {
    answers = next;
  }

  /// What one view shows from now on.
  <R extends Record> void rows(View<R> view, List<R> next) {
    rows.put(view, next);
  }

  /// How often a view was read.
  int looks() {
    return looks.get();
  }

  void threads(List<ThreadRow> next) {
    threads = next;
  }

  static ThreadRow thread(long id, String name, String state, double cpu, long holder) {
    return thread(id, name, state, OptionalDouble.of(cpu), holder);
  }

  /// One of which no share of a CPU is known.
  static ThreadRow shareless(long id, String name) {
    return thread(id, name, "ready", OptionalDouble.empty(), 0);
  }

  private static ThreadRow thread(
      long id, String name, String state, OptionalDouble cpu, long holder) {
    return new ThreadRow(
        id,
        name,
        state,
        state.equals("running") ? OptionalLong.of(0) : OptionalLong.empty(),
        cpu,
        OptionalLong.of(id * 1_500_000_000L),
        OptionalLong.of(id * 100),
        OptionalDouble.of(10.0 * id),
        OptionalLong.of(2048 * id),
        OptionalLong.of(65_536),
        OptionalLong.of(4096 * id),
        holder == 0 ? Optional.empty() : Optional.of("mutex pages.lock"),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(38_500_000),
        holder == 0 ? Optional.empty() : Optional.of("worker-" + holder),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(holder),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(40_500_000),
        Optional.of("pool_get"),
        4096 * id);
  }

  /// Of a server in which worker 3 waits for worker 4, and 5 for 3.
  static List<ThreadRow> some() {
    return List.of(
        thread(1, "idle", "ready", 52.8, 0),
        thread(2, "tcpip_thread", "running", 24.6, 0),
        thread(3, "worker-3", "blocked", 3.6, 4),
        thread(4, "worker-4", "sleeping", 5.8, 0),
        thread(5, "worker-5", "blocked", 3.1, 3));
  }

  @Override
  public RunStatus status() {
    return new RunStatus(
        new RunId(12),
        "tidepool",
        "default",
        RunState.RUNNING,
        Optional.empty(),
        "",
        OptionalLong.of(4711),
        Optional.of(new Accelerator("tcg", "a test")),
        Optional.of(new RunClock(Instant.parse("2026-01-02T03:04:05Z"), 0)),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(),
        OptionalDouble.empty());
  }

  @Override
  public Vitals vitals() {
    return new Vitals() {
      @Override
      public Map<Vital, Series> series() {
        return Map.of();
      }

      @Override
      public Map<Vital, Measured<Double>> latest() {
        return Map.of(
            Vital.CPU, known(47.2),
            Vital.MEMORY_TOUCHED, known(41.8 * (1 << 20)),
            Vital.MEMORY_ASSIGNED, known(64.0 * (1 << 20)));
      }

      @Override
      public List<Mark> marks() {
        return List.of();
      }

      @Override
      public double now() {
        return 52_000;
      }
    };
  }

  private static Measured<Double> known(double value) {
    return Measured.of(new Reading<>(value, SOURCE, 52_000, 10, 0));
  }

  @Override
  public Eyes eyes() {
    return new Eyes() {
      @Override
      @SuppressWarnings("unchecked")
      public <R extends Record> Measured<Listing<R>> see(View<R> view) {
        looks.incrementAndGet();
        return Measured.of(
            new Reading<>(
                new Listing<>((List<R>) rows.getOrDefault(view, threads), Optional.empty()),
                SOURCE,
                52_000,
                10,
                0));
      }

      @Override
      public <A> Measured<A> ask(Question<A> question) {
        return Measured.of(
            new Reading<>(question.answer().cast(answers.apply(question)), SOURCE, 52_000, 10, 0));
      }
    };
  }

  @Override
  public CompletableFuture<Verdict> ended() {
    return ended;
  }

  @Override
  public ConsoleLog console() {
    throw new UnsupportedOperationException("nobody listens");
  }

  @Override
  public PacketLog packets() {
    throw new UnsupportedOperationException("nobody sniffs");
  }

  @Override
  public void type(byte[] bytes) {
    throw new UnsupportedOperationException("nobody types");
  }

  @Override
  public void stop() {
    ended.complete(Verdict.STOPPED);
  }

  @Override
  public void pause() {
    throw new UnsupportedOperationException("nobody pauses");
  }

  @Override
  public void resume() {
    throw new UnsupportedOperationException("nobody resumes");
  }

  @Override
  public Subscription listen(Consumer<RunEvent> listener) {
    return () -> {};
  }
}
