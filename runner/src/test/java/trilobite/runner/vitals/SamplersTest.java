// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.guest.HeapRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.runner.devices.Drives;
import trilobite.runner.host.ThreadTime;
import trilobite.runner.live.Session.Vcpu;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.RelayCounters;

class SamplersTest {

  @TempDir Path proc;
  private long nanos = 5_000_000_000L;

  private void thread(long id, String schedstat, String stat) throws IOException {
    var folder = Files.createDirectories(proc.resolve("77/task/" + id));
    Files.writeString(folder.resolve("schedstat"), schedstat);
    Files.writeString(folder.resolve("stat"), stat);
  }

  private static String stat(long user, long system) {
    return "9 (CPU 0) evil) R 1 1 1 0 -1 0 0 0 0 0 " + user + " " + system + " 0 0 20 0 1 0 5\n";
  }

  @ParameterizedTest
  @CsvSource({"1000000 5 1,6000000 5 1,5000000", "0 0 0,0 0 0,50000000"})
  void aFileThatIsKeptOpenTellsAnew(String before, String after, long spent) throws IOException {
    thread(1, before, stat(100, 10));
    try (var clock = new ThreadTime(proc, 77, 1).open()) {
      var first = clock.nanos();
      assertThat(clock.running()).isTrue();
      thread(1, after, stat(103, 12));
      assertThat(clock.nanos() - first).isEqualTo(spent);
      thread(1, after, stat(103, 12).replace(") R", ") S"));
      assertThat(clock.running()).isFalse();
      thread(1, after, "9 (CPU 0");
      assertThatThrownBy(clock::running).isInstanceOf(IOException.class);
    }
  }

  private CpuSampler cpu(long... threads) {
    return new CpuSampler(
        proc, 77, Arrays.stream(threads).mapToObj(id -> new Vcpu(0, id)).toList(), () -> nanos);
  }

  private static final Source RELAY = new Source(Source.Kind.RELAY, "frames");

  @Test
  void cpuIsThePartOfTheTimeThatVcpusRan() throws IOException {
    thread(1, "1000000 5 1\n", stat(0, 0));
    thread(2, "2000000 5 1\n", stat(0, 0));
    var sampler = cpu(1, 2);
    assertThat(sampler.sample()).isEmpty();
    nanos += 500_000_000;
    thread(1, "501000000 5 1\n", stat(0, 0));
    thread(2, "127000000 5 1\n", stat(0, 0));
    assertThat(sampler.sample().getFirst().value()).isEqualTo(125);
  }

  @Test
  void clockTicksServeWhereTheKernelKeepsNoStatistics() throws IOException {
    thread(1, "0 0 0\n", stat(100, 20));
    var sampler = cpu(1);
    sampler.sample();
    nanos += 1_000_000_000;
    thread(1, "0 0 0\n", stat(130, 30));
    assertThat(sampler.sample().getFirst().value()).isEqualTo(40);
  }

  @Test
  void vcpusThatAreGoneOrUnknownAreSaidSo() {
    assertThatThrownBy(() -> cpu(9).sample()).hasMessageContaining("gone");
    assertThatThrownBy(() -> cpu().sample()).hasMessageContaining("which threads");
  }

  @Test
  void networkCountsComeFromTheRelay() throws IOException {
    var figures =
        new NetworkSampler(() -> Optional.of(new RelayCounters(1, 2, 3, 4, 5)), RELAY, "").sample();
    assertThat(figures.stream().collect(Collectors.toMap(Sampler.Figure::vital, f -> f.value())))
        .containsEntry(Vital.NET_RX_PACKETS, 1.0)
        .containsEntry(Vital.NET_TX_PACKETS, 2.0)
        .containsEntry(Vital.NET_RX_BYTES, 3.0)
        .containsEntry(Vital.NET_TX_BYTES, 4.0)
        .containsEntry(Vital.NET_DROPS, 5.0);
    assertThatThrownBy(
            () -> new NetworkSampler(Optional::empty, RELAY, "the guest has no network").sample())
        .hasMessageContaining("no network");
  }

  private static DiskSampler disks(Qmp qmp, int count) {
    return new DiskSampler(new Drives(qmp, () -> 0), count, () -> 7);
  }

  @Test
  void bytesAndRequestsAreSummedOverAllDisks() throws IOException {
    var answer =
        """
        [{"device":"a","qdev":"/a","stats":{"rd_bytes":512,"wr_bytes":1,"rd_operations":3}},
         {"device":"b","qdev":"/b","stats":{"rd_bytes":1024,"wr_bytes":2,"rd_operations":4,
          "wr_operations":5,"flush_operations":6}},
         {"node-name":"below","stats":{"rd_bytes":4096}}]
        """;
    Qmp qmp = (command, arguments) -> new ObjectMapper().readTree(answer);
    assertThat(disks(qmp, 2).sample())
        .extracting(Sampler.Figure::vital, Sampler.Figure::value)
        .containsExactly(
            tuple(Vital.DISK_READ_BYTES, 1536.0),
            tuple(Vital.DISK_WRITTEN_BYTES, 3.0),
            tuple(Vital.DISK_READS, 7.0),
            tuple(Vital.DISK_WRITES, 5.0),
            tuple(Vital.DISK_FLUSHES, 6.0));
    Qmp silent =
        (command, arguments) -> {
          throw new IOException("QEMU did not answer");
        };
    assertThatThrownBy(() -> disks(silent, 1).sample()).hasMessageContaining("did not answer");
    assertThatThrownBy(() -> disks(silent, 0).sample()).hasMessageContaining("no disk");
  }

  @Test
  void heapIsWhatTheGuestsAllocatorsHandedOut() throws IOException {
    var source = new Source(Source.Kind.GUEST_MEMORY, "heap");
    var rows = List.of(HeapRow.figures("a", 9, 3, 4, 1), HeapRow.figures("b", 9, 2, 4, 1));
    var now = new long[1];
    var asked = new int[1];
    var known =
        new HeapSampler(
            () -> {
              asked[0]++;
              return Measured.of(new Reading<>(rows, source, 1, 2, 0));
            },
            () -> now[0]);
    assertThat(known.sample()).containsExactly(new Sampler.Figure(Vital.HEAP_USED, 5, source));
    now[0] = 39_000;
    assertThat(known.sample()).hasSize(1);
    assertThat(asked[0]).as("a reading of 2 µs is kept for 40").isOne();
    now[0] = 41_000;
    assertThat(known.sample()).hasSize(1);
    assertThat(asked[0]).isEqualTo(2);
    assertThatThrownBy(
            () -> new HeapSampler(() -> Measured.unknown("no profile fits"), () -> 0).sample())
        .hasMessage("no profile fits");
  }
}
