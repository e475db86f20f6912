// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Direction;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.ui.testing.FakePackets;

class PacketSaveTest {

  private static final int MANY = 20_000;

  @TempDir private Path folder;
  private final List<Double> heard = new ArrayList<>();

  /// Cancelled once it has heard of progress so many times.
  private JobContext patience(int looks) {
    return new JobContext() {
      @Override
      public void progress(double fraction, String detail) {
        heard.add(fraction);
      }

      @Override
      public boolean cancelled() {
        return heard.size() >= looks;
      }

      @Override
      public void onCancel(Runnable stop) {}
    };
  }

  private static PacketStore many(String filter) throws Exception {
    var packets = new FakePackets();
    packets.addAll(
        MANY,
        i -> i % 100 == 0 ? SampleFrames.syn(40_000) : SampleFrames.tcp(true, 40_001, 16, i, 1, ""),
        Direction.TO_GUEST);
    var store = new PacketStore(new PacketTable(packets), PacketFilter.parse(filter));
    store.look(0);
    return store;
  }

  private static PacketSave save(PacketStore store) {
    return new PacketSave(store, "run 1", Selected.ALL);
  }

  @Test
  void everyPacketIsWrittenAndProgressIsTold() throws Exception {
    var file = folder.resolve("all.pcapng");

    assertThat(save(many("")).write(file, patience(1000))).isEqualTo(MANY);
    assertThat(heard).hasSizeGreaterThan(3).isSorted().allMatch(f -> f >= 0 && f < 1);
    assertThat(Files.size(file)).isGreaterThan(MANY * 90L);
  }

  @Test
  void onlyThoseThatPassAreWritten() throws Exception {
    var file = folder.resolve("syn.pcapng");

    assertThat(save(many("syn")).write(file, patience(1000))).isEqualTo(MANY / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "'',    2, 4,     3",
    "'',    9000, 20000, 11001",
    "'',    20001, 30000, 0",
    "syn,   1, 101,   2",
    "syn,   2, 100,   0",
  })
  void ofThoseSelectedOnlyThatThatPassesIsWritten(String filter, long from, long to, long written)
      throws Exception {
    var file = folder.resolve("some.pcapng");
    var some = new PacketSave(many(filter), "run 1", Selected.range(from, to));

    assertThat(some.write(file, patience(1000))).isEqualTo(written);
    assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
        .contains("Trilobite, selected packets of run 1");
  }

  @Test
  void aCancelledExportLeavesTheOldFileAndNothingElse() throws Exception {
    var file = folder.resolve("kept.pcapng");
    Files.writeString(file, "old");
    var store = many("");

    assertThatThrownBy(() -> save(store).write(file, patience(2)))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
