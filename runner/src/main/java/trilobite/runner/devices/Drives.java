// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveRow;
import trilobite.model.guest.DriveSlowRow;
import trilobite.runner.qmp.Qmp;

/// A guest's drives by QMP's `query-blockstats`, number for number, and what each look at them
/// found since the run began. Safe from any thread; each asks QEMU, which takes a fraction of a ms.
public final class Drives {

  private static final Logger LOG = LoggerFactory.getLogger(Drives.class);
  private static final int MOST = 256;
  private static final int MOST_BINS = 100;

  /// Nanoseconds; two to four steps a decade.
  private static final List<Long> BOUNDARIES =
      List.of(
          10_000L,
          20_000L,
          50_000L,
          100_000L,
          200_000L,
          500_000L,
          1_000_000L,
          2_000_000L,
          5_000_000L,
          10_000_000L,
          20_000_000L,
          50_000_000L,
          100_000_000L,
          1_000_000_000L);

  private final Qmp qmp;
  private final LongSupplier nanos;
  private final Map<String, Past> past = new HashMap<>();
  private final GrownSteps steps = new GrownSteps();
  private final SlowRequests slow = new SlowRequests();
  private final LatencyHistory history = new LatencyHistory();
  private boolean asked;

  private record Past(long at, long read, long written) {}

  /// What all drives did together since the run began.
  public record Totals(long readBytes, long writtenBytes, long reads, long writes, long flushes) {}

  public Drives(Qmp qmp, LongSupplier nanos) {
    this.qmp = qmp;
    this.nanos = nanos;
  }

  /// Lets QEMU count how long requests take, from now on. It costs the guest nothing.
  ///
  /// @throws IOException where QEMU refuses
  void countLatencies() throws IOException {
    for (var drive : stats()) {
      qmp.execute(
          "block-latency-histogram-set",
          Map.of("id", drive.path("qdev").asText(), "boundaries", BOUNDARIES));
    }
  }

  public synchronized List<DriveRow> rows() throws IOException {
    var rows = new ArrayList<DriveRow>();
    for (var drive : stats()) {
      rows.add(row(drive, nanos.getAsLong()));
    }
    return List.copyOf(rows);
  }

  /// One row for each span of times, empty ones included; none where QEMU does not count them.
  public List<DriveLatencyRow> latencies() throws IOException {
    return latencies(stats());
  }

  private static List<DriveLatencyRow> latencies(List<JsonNode> drives) {
    var rows = new ArrayList<DriveLatencyRow>();
    for (var drive : drives) {
      latencies(drive, "read", "rd_latency_histogram", rows);
      latencies(drive, "write", "wr_latency_histogram", rows);
      latencies(drive, "flush", "flush_latency_histogram", rows);
    }
    return List.copyOf(rows);
  }

  /// Takes a look, for [#slowest] and [#history] to tell of; the first one has QEMU count. One
  /// question to QEMU for all of it.
  ///
  /// @param now ms on the run's clock
  public synchronized Totals look(long now) throws IOException {
    if (!asked) {
      asked = true;
      count(now);
    }
    var drives = stats();
    var grown = steps.since(latencies(drives), now);
    slow.take(grown);
    history.take(grown);
    return new Totals(
        sum(drives, "rd_bytes"),
        sum(drives, "wr_bytes"),
        sum(drives, "rd_operations"),
        sum(drives, "wr_operations"),
        sum(drives, "flush_operations"));
  }

  private void count(long now) {
    try {
      countLatencies();
      steps.begin(now);
    } catch (IOException e) {
      LOG.debug("QEMU does not count how long requests take: {}", e.getMessage());
    }
  }

  private static long sum(List<JsonNode> drives, String figure) {
    return drives.stream().mapToLong(drive -> drive.path("stats").path(figure).asLong()).sum();
  }

  /// The slowest requests of each look, the slowest first.
  ///
  /// @param now ms on the run's clock
  public synchronized List<DriveSlowRow> slowest(long now) throws IOException {
    look(now);
    return slow.rows();
  }

  /// How long requests took, by each look since the run began, the oldest first.
  ///
  /// @param now ms on the run's clock
  public synchronized List<DriveHistoryRow> history(long now) throws IOException {
    look(now);
    return history.rows();
  }

  private List<JsonNode> stats() throws IOException {
    var drives = new ArrayList<JsonNode>();
    for (var drive : qmp.execute("query-blockstats")) {
      // Without a device it is a layer below one, counted there already.
      if (!drive.path("qdev").asText().isEmpty() && drives.size() < MOST) {
        drives.add(drive);
      }
    }
    return drives;
  }

  private DriveRow row(JsonNode drive, long now) {
    var name = name(drive);
    var stats = drive.path("stats");
    var read = stats.path("rd_bytes").asLong();
    var written = stats.path("wr_bytes").asLong();
    var before = past.put(name, new Past(now, read, written));
    var readRate = OptionalDouble.empty();
    var writeRate = OptionalDouble.empty();
    if (before != null && now > before.at) {
      var seconds = (now - before.at) / 1e9;
      readRate = OptionalDouble.of((read - before.read) / seconds);
      writeRate = OptionalDouble.of((written - before.written) / seconds);
    }
    return new DriveRow(
        name,
        stats.path("rd_operations").asLong(),
        read,
        stats.path("rd_total_time_ns").asLong(),
        stats.path("wr_operations").asLong(),
        written,
        stats.path("wr_total_time_ns").asLong(),
        stats.path("flush_operations").asLong(),
        stats.path("flush_total_time_ns").asLong(),
        stats.path("failed_rd_operations").asLong()
            + stats.path("failed_wr_operations").asLong()
            + stats.path("failed_flush_operations").asLong(),
        queue(drive.path("qdev").asText()),
        readRate,
        writeRate);
  }

  private static String name(JsonNode drive) {
    var device = drive.path("device").asText();
    return device.isEmpty() ? drive.path("node-name").asText() : device;
  }

  /// Only virtio devices tell, and only where QEMU is new enough.
  private OptionalLong queue(String path) {
    try {
      return OptionalLong.of(new VirtioQueue(qmp, path, 0).read().path("inuse").asLong());
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  private static void latencies(
      JsonNode drive, String operation, String key, List<DriveLatencyRow> into) {
    var histogram = drive.path("stats").path(key);
    var bins = histogram.path("bins");
    var boundaries = histogram.path("boundaries");
    for (var i = 0; i < Math.min(bins.size(), MOST_BINS); i++) {
      into.add(
          new DriveLatencyRow(
              name(drive),
              operation,
              i == 0 ? 0 : boundaries.path(i - 1).asLong(),
              i < boundaries.size()
                  ? OptionalLong.of(boundaries.path(i).asLong())
                  : OptionalLong.empty(),
              bins.path(i).asLong()));
    }
  }
}
