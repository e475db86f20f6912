// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.devices;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveSlowRow;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

class DevicesTest {

  private static final String BLOCK = "/machine/peripheral-anon/device[0]/virtio-backend";
  private final Map<String, String> answers = new HashMap<>();
  private final List<String> asked = new ArrayList<>();
  private long nanos;

  /// QEMU as far as it is in `answers`.
  private final Qmp qmp =
      new Qmp() {
        @Override
        public JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
          asked.add(command + arguments);
          var answer = answers.get(command);
          if (answer == null) {
            throw new IOException("The command " + command + " has not been found");
          }
          return new ObjectMapper().readTree(answer.replace('\'', '"'));
        }
      };

  private void stats(long readBytes) {
    answers.put(
        "query-blockstats",
        """
        [{'device':'drive0','qdev':'%s','stats':{'rd_operations':9,'rd_bytes':%d,
          'rd_total_time_ns':4189104,'wr_operations':2,'wr_bytes':1024,'wr_total_time_ns':7,
          'flush_operations':1,'flush_total_time_ns':5,'failed_rd_operations':1,
          'failed_wr_operations':2,'failed_flush_operations':4,
          'rd_latency_histogram':{'boundaries':[10,20],'bins':[1,0,8]}}},
         {'node-name':'#block1','stats':{'rd_bytes':77}}]
        """
            .formatted(BLOCK, readBytes));
  }

  @Test
  void aDrivesFiguresAreQemusOwnAndRatesNeedTwoReadings() throws IOException {
    stats(1000);
    var drives = new Drives(qmp, () -> nanos);
    var first = drives.rows();
    assertThat(first).hasSize(1);
    assertThat(first.getFirst().readBytes()).isEqualTo(1000);
    assertThat(first.getFirst().failed()).isEqualTo(7);
    assertThat(first.getFirst().readRate()).isEmpty();
    assertThat(first.getFirst().queue()).as("an older QEMU does not tell").isEmpty();
    answers.put("x-query-virtio-queue-status", "{'inuse':3}");
    nanos = 500_000_000;
    stats(2000);
    var second = drives.rows().getFirst();
    assertThat(second.readRate()).hasValue(2000);
    assertThat(second.queue()).hasValue(3);
  }

  @Test
  void latenciesAreCountedFromTheStartInSpans() throws IOException {
    stats(0);
    answers.put("block-latency-histogram-set", "{}");
    var drives = new Drives(qmp, () -> nanos);
    drives.countLatencies();
    assertThat(asked.getLast()).contains("block-latency-histogram-set").contains(BLOCK);
    assertThat(drives.latencies())
        .containsExactly(
            new DriveLatencyRow("drive0", "read", 0, OptionalLong.of(10), 1),
            new DriveLatencyRow("drive0", "read", 10, OptionalLong.of(20), 0),
            new DriveLatencyRow("drive0", "read", 20, OptionalLong.empty(), 8));
  }

  @Test
  void aCardHasItsAddressItsPacketsAndItsQueues() throws IOException {
    answers.put("query-rx-filter", "[{'name':'nic','main-mac':'52:54:00:12:34:56'}]");
    var cards = new Interfaces(qmp, () -> Optional.of(new RelayCounters(1, 2, 3, 4, 5)));
    var blind = cards.rows().getFirst();
    assertThat(blind.driver()).isEmpty();
    assertThat(blind.rxUsed()).isEmpty();
    assertThat(blind.txPackets()).hasValue(2);
    answers.put(
        "x-query-virtio", "[{'name':'virtio-blk','path':'/a'},{'name':'virtio-net','path':'/b'}]");
    answers.put("x-query-virtio-queue-status", "{'last-avail-idx':8,'used-idx':7}");
    answers.put(
        "x-query-virtio-status",
        "{'status':{'statuses':['VIRTIO_CONFIG_S_DRIVER_OK: Driver setup and ready']}}");
    var seen = cards.rows().getFirst();
    assertThat(seen.driver()).contains("driver-ok");
    assertThat(seen.txUsed()).hasValue(7);
    assertThat(seen.rxAvail()).hasValue(8);
  }

  private void bins(String bins) {
    answers.put(
        "query-blockstats",
        "[{'device':'drive0','qdev':'%s','stats':{'wr_latency_histogram':{'boundaries':[10,20],'bins':[%s]}}}]"
            .formatted(BLOCK, bins));
  }

  @Test
  void theSlowestRequestsAreTheHighestStepsThatGrewBetweenTwoLooks() throws IOException {
    var drives = new Drives(qmp, () -> nanos);
    bins("5,1,0");
    drives.slowest(100);
    bins("9,1,0");
    drives.slowest(200);
    bins("9,3,2");
    drives.slowest(300);
    bins("9,3,2");
    assertThat(drives.slowest(400))
        .containsExactly(
            new DriveSlowRow("drive0", "write", 2, 20, OptionalLong.empty(), 200, 300),
            new DriveSlowRow("drive0", "write", 1, 10, OptionalLong.of(20), 0, 100),
            new DriveSlowRow("drive0", "write", 4, 0, OptionalLong.of(10), 100, 200));
    for (int look = 1; look < 3 * SlowRequests.MOST; look++) {
      bins((9 + look) + ",3,2");
      drives.slowest(400 + look);
    }
    assertThat(drives.slowest(9999)).hasSize(SlowRequests.MOST);
    assertThat(drives.slowest(9999).getFirst().least()).isEqualTo(20);
  }

  @Test
  void whatWasSlowIsKnownEvenIfNobodyAskedForIt() throws IOException {
    var drives = new Drives(qmp, () -> nanos);
    answers.put("block-latency-histogram-set", "{}");
    bins("0,0,0");
    drives.look(100);
    bins("4,0,1");
    drives.look(600);
    bins("5,0,1");
    assertThat(drives.history(1100))
        .containsExactly(
            new DriveHistoryRow("drive0", "write", 100, 600, 0, OptionalLong.of(10), 4),
            new DriveHistoryRow("drive0", "write", 100, 600, 20, OptionalLong.empty(), 1),
            new DriveHistoryRow("drive0", "write", 600, 1100, 0, OptionalLong.of(10), 1));
    assertThat(drives.slowest(1600).getFirst().before()).isEqualTo(600);
    bins("3,0,0");
    assertThat(drives.history(2100).getLast().requests()).as("counts from zero").isEqualTo(3);
  }

  @Test
  void longAgoIsKeptMoreCoarselyAndNoRequestIsLost() {
    var history = new LatencyHistory();
    int looks = 3 * LatencyHistory.MOST;
    for (int look = 1; look <= looks; look++) {
      history.take(List.of(slow(look, 20), slow(look, 50)));
    }
    var rows = history.rows();
    assertThat(rows).hasSizeLessThanOrEqualTo(LatencyHistory.MOST);
    assertThat(rows.stream().mapToLong(DriveHistoryRow::requests).sum()).isEqualTo(2L * looks);
    assertThat(rows.getFirst().after()).isZero();
    assertThat(rows.getFirst().before()).isGreaterThan(1);
    for (int i = 2; i < rows.size(); i += 2) {
      assertThat(rows.get(i).after()).as("no gap").isEqualTo(rows.get(i - 2).before());
    }
    assertThat(rows.subList(rows.size() - 1000, rows.size()))
        .allSatisfy(row -> assertThat(row.before() - row.after()).isEqualTo(1));
  }

  private static DriveHistoryRow slow(long look, long least) {
    return new DriveHistoryRow(
        "drive0", "read", look - 1, look, least, OptionalLong.of(2 * least), 1);
  }
}
