// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.port.LaunchException;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// The threads that we read, beside those that the guest says it has.
@Tag("qemu")
class ThreadTruthTest {

  private static final int STATES = Integer.getInteger("truth.states", 500);
  private static final int READS = Integer.getInteger("truth.reads", 1000);
  private static final long PATIENCE_SECONDS = 60L * Math.max(1, READS / 1000);

  @TempDir Path state;

  private TideGuest boot() throws IOException, LaunchException, InterruptedException {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    var tide = new TideGuest(state, "q35", "64M", observers);
    await("types read", () -> tide.guest.eyes().threads() instanceof Known);
    return tide;
  }

  private static Listing<ThreadRow> threads(TideGuest tide) {
    return switch (tide.guest.eyes().threads()) {
      case Known<Listing<ThreadRow>>(var reading) -> {
        assertThat(reading.pauses()).isZero();
        yield reading.value();
      }
      case Measured.Unknown<Listing<ThreadRow>>(var reason) ->
          throw new AssertionError(reason.why());
    };
  }

  @Test
  void heldAtRandomStatesTheyAreTheSame() throws Exception {
    try (var tide = boot();
        var busy = new Busy(tide)) {
      var console = new HeldConsole(tide.guest);
      var random = new Random(4);
      for (int i = 0; i < STATES; i++) {
        act(tide, random, i);
        var truth = console.hold("threads");
        try {
          compare(threads(tide), truth.get("threads"), "state " + i);
        } finally {
          console.release();
        }
      }
      assertThat(busy.answers()).as("requests that ran meanwhile").isGreaterThan(STATES / 20);
    }
  }

  private static void act(TideGuest tide, Random random, int turn) throws IOException {
    var name = "n" + random.nextInt(4);
    switch (random.nextInt(6)) {
      case 0, 1 -> tide.perform("spawn?%d&%s".formatted(1 + random.nextInt(2), name));
      case 2, 3 -> tide.attempt("exit?" + name);
      case 4 -> tide.perform("alloc?4");
      default -> {
        if (turn % 200 == 7) {
          // Once there is one, the guest makes no other.
          tide.attempt("deadlock");
        } else {
          tide.perform("spin?1");
        }
      }
    }
  }

  private static void compare(Listing<ThreadRow> seen, JsonNode told, String when) {
    assertThat(seen.cut()).as(when).isEmpty();
    assertThat(seen.rows()).as(when).hasSize(told.size());
    for (int i = 0; i < told.size(); i++) {
      compare(seen.rows().get(i), told.get(i), when);
    }
  }

  private static void compare(ThreadRow row, JsonNode told, String when) {
    var as = when + ", thread " + told;
    var waits = told.get("waitsOn");
    assertThat(row.id()).as(as).isEqualTo(told.get("id").asLong());
    assertThat(row.name()).as(as).isEqualTo(told.get("name").asText());
    assertThat(row.state()).as(as).isEqualTo(told.get("state").asText());
    assertThat(row.address()).as(as).isEqualTo(address(told, "address"));
    assertThat(row.stackSize()).as(as).hasValue(told.get("stackSize").asLong());
    if (waits.isNull()) {
      assertThat(row.waitsFor()).as(as).isEmpty();
    } else {
      assertThat(row.waitsFor())
          .as(as)
          .hasValue(waits.get("kind").asText() + " " + waits.get("name").asText());
      assertThat(row.holderId())
          .as(as)
          .isEqualTo(
              waits.get("owner").isNull()
                  ? OptionalLong.empty()
                  : OptionalLong.of(waits.get("owner").asLong()));
    }
    if (row.state().equals("running")) {
      // It runs while it tells, so its own time and depth go on.
      assertThat(row.stackPeak().orElseThrow())
          .as(as)
          .isBetween(told.get("stackPeak").asLong(), told.get("stackSize").asLong());
    } else {
      assertThat(row.runTime()).as(as).hasValue(told.get("runNs").asLong());
      assertThat(row.stackPeak()).as(as).hasValue(told.get("stackPeak").asLong());
      assertThat(row.stackUsed())
          .as(as)
          .hasValue(
              address(told, "stackBase") + told.get("stackSize").asLong() - address(told, "sp"));
      assertThat(row.top()).as(as).isPresent();
    }
  }

  private static long address(JsonNode told, String key) {
    return Long.parseUnsignedLong(told.get(key).asText().substring(2), 16);
  }

  @Test
  void runningAtFullSpeedEachTableIsOneThatExisted() throws Exception {
    try (var tide = boot();
        var log = ChangeLog.open(tide);
        var churn = new Churn(tide, log)) {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      int torn = 0;
      int reads = 0;
      while ((reads < READS || churn.rounds() < 100) && System.nanoTime() < deadline) {
        var before = log.count();
        var reading = tide.guest.eyes().threads();
        var after = log.count();
        reads++;
        switch (reading) {
          case Known<Listing<ThreadRow>>(var known) -> log.claim(before, after, known.value());
          case Measured.Unknown<Listing<ThreadRow>>(var reason) -> {
            assertThat(reason.why()).startsWith("torn");
            torn++;
          }
        }
      }
      churn.close();
      log.fetch();
      assertThat(reads).isGreaterThanOrEqualTo(READS);
      assertThat(log.changes()).as("changes of the list meanwhile").isGreaterThan(500);
      assertThat(log.violations()).isEmpty();
      // The check bites: a table with a row missing never existed.
      var now = threads(tide);
      var rows = now.rows().subList(0, now.rows().size() - 1);
      log.claim(log.count(), log.count(), new Listing<>(rows, now.cut()));
      assertThat(log.violations()).hasSize(1);
      assertThat(torn).as("torn of " + reads).isLessThanOrEqualTo(reads / 100);
    }
  }

  /// Requests without end, so that workers are caught in every state.
  private static final class Busy implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<Thread> clients;
    private final AtomicInteger answers = new AtomicInteger();

    Busy(TideGuest tide) {
      clients =
          List.of(
              Threads.working("test client a", () -> ask(tide)),
              Threads.working("test client b", () -> ask(tide)));
    }

    private void ask(TideGuest tide) {
      while (!over.get()) {
        try {
          tide.perform("echo?hello");
          answers.incrementAndGet();
        } catch (IOException e) {
          // The guest may be too busy for one more connection.
        }
      }
    }

    int answers() {
      return answers.get();
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      for (var client : clients) {
        client.join();
      }
    }
  }

  /// Threads that come and go as fast as the guest can.
  private static final class Churn implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final Thread mover;
    private final AtomicInteger rounds = new AtomicInteger();

    Churn(TideGuest tide, ChangeLog log) {
      mover =
          Threads.working(
              "test churn",
              () -> {
                while (!over.get()) {
                  int round = rounds.get();
                  try {
                    tide.attempt("spawn?%d&c%d".formatted(1 + round % 7, round % 3));
                    tide.attempt("exit?c" + (round + 1) % 3);
                    log.fetch();
                    rounds.incrementAndGet();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }
              });
    }

    int rounds() {
      return rounds.get();
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      mover.join();
    }
  }
}
