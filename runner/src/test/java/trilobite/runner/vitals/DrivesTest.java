// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveRow;
import trilobite.model.project.Drive;
import trilobite.model.time.HostClock;
import trilobite.runner.devices.Drives;
import trilobite.runner.live.BlindObserver;
import trilobite.runner.qmp.Qmp;

/// Drives of a real guest on real QEMU: our figures are QEMU's, and those that the guest asked for.
@Tag("qemu")
class DrivesTest {

  private static final int KIB = 1024;
  private static final long SLOW = 100_000_000;

  @TempDir private Path state;

  private static JsonNode stats(Qmp qmp) {
    try {
      return qmp.execute("query-blockstats").path(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long figure(Qmp qmp, String name) {
    return stats(qmp).path("stats").path(name).asLong();
  }

  /// Has the guest do something on its drive and waits until QEMU has counted it.
  private static void traffic(TideGuest tide, String words, String counter, long more)
      throws Exception {
    var qmp = tide.session.qmp();
    long before = figure(qmp, counter);
    tide.guest.type((words + "\r").getBytes(StandardCharsets.US_ASCII));
    await(words, () -> figure(qmp, counter) >= before + more);
  }

  @Test
  @Timeout(120)
  void figuresAreQemusAndThoseThatTheGuestAskedFor() throws Exception {
    Files.write(
        Files.createDirectories(state.resolve("project")).resolve("data.img"), new byte[1 << 20]);
    var drive = new Drive("data.img", "raw", false, true, false);
    try (var tide =
        new TideGuest(state, "q35", "64M", session -> new BlindObserver(), List.of(drive))) {
      var qmp = tide.session.qmp();
      var drives = new Drives(qmp, HostClock::nanos);
      drives.look(0);
      var before = drives.rows().getFirst();
      traffic(tide, "disk read 256", "rd_bytes", 256 * KIB);
      // Writes put back what was read, and end with a flush.
      traffic(tide, "disk write 128", "flush_operations", 1);

      var row = drives.rows().getFirst();
      isQemus(row, stats(qmp).path("stats"));
      assertThat(row.drive()).isEqualTo("drive0");
      assertThat(row.readBytes() - before.readBytes()).isEqualTo((256 + 128) * KIB);
      assertThat(row.writtenBytes() - before.writtenBytes()).isEqualTo(128 * KIB);
      assertThat(row.flushes() - before.flushes()).isEqualTo(1);
      assertThat(row.queue()).hasValue(0);
      assertThat(row.failed()).isZero();
      var bars = drives.latencies();
      assertThat(count(bars, "read")).isEqualTo(row.reads() - before.reads());
      assertThat(count(bars, "write")).isEqualTo(row.writes() - before.writes());
      assertThat(count(bars, "flush")).isEqualTo(1);
      slowRequestsAreFoundWhereTheyWere(tide, drives);
    }
  }

  private static void isQemus(DriveRow row, JsonNode stats) {
    assertThat(row.reads()).isEqualTo(stats.path("rd_operations").asLong());
    assertThat(row.readBytes()).isEqualTo(stats.path("rd_bytes").asLong());
    assertThat(row.readTime()).isEqualTo(stats.path("rd_total_time_ns").asLong());
    assertThat(row.writes()).isEqualTo(stats.path("wr_operations").asLong());
    assertThat(row.writtenBytes()).isEqualTo(stats.path("wr_bytes").asLong());
    assertThat(row.writeTime()).isEqualTo(stats.path("wr_total_time_ns").asLong());
    assertThat(row.flushTime()).isEqualTo(stats.path("flush_total_time_ns").asLong());
  }

  private static long count(List<DriveLatencyRow> bars, String operation) {
    return bars.stream()
        .filter(bar -> bar.operation().equals(operation))
        .mapToLong(DriveLatencyRow::requests)
        .sum();
  }

  private static List<Long> all(Drives drives) throws IOException {
    return drives.latencies().stream().map(DriveLatencyRow::requests).toList();
  }

  private static long sum(List<? extends Long> each) {
    return each.stream().mapToLong(Long::longValue).sum();
  }

  /// QEMU itself holds the drive back to a few requests a second.
  private static void slowRequestsAreFoundWhereTheyWere(TideGuest tide, Drives drives)
      throws Exception {
    var qmp = tide.session.qmp();
    drives.slowest(1000);
    var none = Map.of("bps", 0, "bps_rd", 0, "bps_wr", 0, "iops_rd", 0, "iops_wr", 0);
    var throttle = new java.util.HashMap<String, Object>(none);
    throttle.put("id", stats(qmp).path("qdev").asText());
    throttle.put("iops", 4);
    qmp.execute("block_set_io_throttle", throttle);
    traffic(tide, "disk read 1024", "rd_bytes", 1024 * KIB);

    var slowest = drives.slowest(2000).getFirst();

    assertThat(slowest.operation()).isEqualTo("read");
    assertThat(slowest.least()).isGreaterThanOrEqualTo(SLOW);
    assertThat(slowest.after()).isEqualTo(1000);
    assertThat(slowest.before()).isEqualTo(2000);
    assertThat(drives.slowest(3000).getFirst()).isEqualTo(slowest);
    assertThat(drives.history(3000))
        .as("every request since the first look")
        .extracting(DriveHistoryRow::requests)
        .satisfies(each -> assertThat(sum(each)).isEqualTo(sum(all(drives))));
  }
}
