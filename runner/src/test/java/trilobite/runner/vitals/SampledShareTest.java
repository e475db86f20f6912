// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.Listing;
import trilobite.model.guest.ThreadRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// CPU by thread from samples of who runs, beside the kernel's own counters: the demo guest's
/// profile without its clocks, so that nothing but samples is left, and the counters from the
/// guest's own mouth.
@Tag("qemu")
class SampledShareTest {

  /// Points of 100. Of 4,000 samples three standard errors are 2.4 at most; a spin of 160 ms that
  /// one side sees and the other does not is 4 at each end. Time that the host took comes on top:
  /// the kernel counts it, the samples do not, and all of it may have been one thread's.
  private static final double ERROR = 10;

  /// A host that is busy with others for a while may be asked again.
  private static final int TRIES = 4;

  private static final long SPAN_NANOS = 4_000_000_000L;

  @TempDir Path state;
  private TideGuest tide;

  @BeforeEach
  void boot() throws Exception {
    var folder = Files.createDirectories(state.resolve("profiles/profiles/tide"));
    try (var shipped =
        Objects.requireNonNull(
            Profiles.class.getClassLoader().getResourceAsStream("profiles/tide/profile.toml"))) {
      var text = new String(shipped.readAllBytes(), StandardCharsets.UTF_8);
      var without = text.replaceFirst("(?s)\\[threads\\.clocks\\].*?\\n\\n", "");
      assertThat(without).isNotEqualTo(text).doesNotContain("run_ns\"");
      Files.writeString(folder.resolve("profile.toml"), without);
    }
    var profiles = Profiles.load(state.resolve("profiles"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    tide =
        new TideGuest(
            state, "q35", "64M", new RunObservers(() -> profiles, types, Chronicle.none()));
    await("types read", () -> tide.guest.eyes().threads() instanceof Known);
    assertThat(rows().getFirst().runTime()).as("counted by the kernel").isEmpty();
  }

  @AfterEach
  void close() throws Exception {
    tide.close();
  }

  private List<ThreadRow> rows() {
    return switch (tide.guest.eyes().threads()) {
      case Known<Listing<ThreadRow>>(var reading) -> {
        assertThat(reading.source().detail()).endsWith("samples a second of who runs");
        yield reading.value().rows();
      }
      case Measured.Unknown<Listing<ThreadRow>>(var reason) ->
          throw new AssertionError(reason.why());
    };
  }

  /// Percent of the span by name, summed up from readings.
  private Map<String, Double> sampled() {
    var sums = new TreeMap<String, Double>();
    int taken = 0;
    long end = System.nanoTime() + SPAN_NANOS;
    while (System.nanoTime() < end) {
      for (var row : rows()) {
        sums.merge(row.name(), row.cpu().orElse(0), Double::sum);
      }
      taken++;
      LockSupport.parkNanos(450_000_000);
    }
    int count = taken;
    sums.replaceAll((_, sum) -> sum / count);
    return sums;
  }

  private Map<String, Long> counters() throws IOException {
    var counters = new TreeMap<String, Long>();
    for (var thread : tide.truth("threads").get("threads")) {
      counters.merge(thread.get("name").asText(), thread.get("runNs").asLong(), Long::sum);
    }
    return counters;
  }

  /// What both sides say of one span, idle left out.
  ///
  /// @param counters nanoseconds by name
  /// @param samples percent of the span by name
  private record Shares(long span, Map<String, Long> counters, Map<String, Double> samples) {

    double counted() {
      return counters.values().stream().mapToDouble(n -> n).sum();
    }

    double seen() {
      return samples.values().stream().mapToDouble(share -> share).sum();
    }

    /// The kernel's clock goes on while the host runs others, the vCPU's time does not.
    boolean comparable() {
      return taken() < 25;
    }

    /// Percent of the counted time that the host gave to others.
    double taken() {
      return Math.max(0, 100 - seen() * span / counted());
    }
  }

  private Shares measured() throws IOException {
    long begun = System.nanoTime();
    var before = counters();
    var samples = sampled();
    var counters = counters();
    long span = System.nanoTime() - begun;
    counters.replaceAll((name, nanos) -> nanos - before.getOrDefault(name, 0L));
    counters.remove("idle");
    samples.remove("idle");
    return new Shares(span, counters, samples);
  }

  @Test
  void sharesOfBusyThreadsEqualTheKernelsCounters() throws Exception {
    var over = new AtomicBoolean();
    var clients = new ArrayList<Thread>();
    for (int spin : new int[] {40, 160}) {
      clients.add(
          Threads.working(
              "test spinner",
              () -> {
                while (!over.get()) {
                  try {
                    tide.perform("spin?" + spin);
                  } catch (IOException e) {
                    // One more connection than it takes; the next comes.
                  }
                }
              }));
    }
    rows();
    var shares = measured();
    for (int again = 0; again < TRIES && !shares.comparable(); again++) {
      shares = measured();
    }
    over.set(true);
    for (var client : clients) {
      client.join();
    }
    assertThat(shares.comparable()).as("the host gave the guest its time: " + shares).isTrue();
    double error = ERROR + shares.taken();
    double counted = shares.counted();
    double seen = shares.seen();
    var after = shares.counters();
    var sampled = shares.samples();
    for (var name : after.keySet()) {
      assertThat(100 * sampled.getOrDefault(name, 0.0) / seen)
          .as("share of " + name + ": counters " + after + ", samples " + sampled)
          .isBetween(
              100 * after.get(name) / counted - error, 100 * after.get(name) / counted + error);
    }
  }

  @Test
  void aHaltedCpuChargesNobody() throws Exception {
    rows();
    var before = counters();
    var sampled = sampled();
    double idle = 100.0 * (counters().get("idle") - before.get("idle")) / SPAN_NANOS;
    assertThat(idle).as("the kernel says that idle has it").isGreaterThan(60);
    assertThat(sampled.values().stream().mapToDouble(share -> share).sum())
        .as("the host says that nobody does: " + sampled)
        .isLessThan(25);
  }
}
