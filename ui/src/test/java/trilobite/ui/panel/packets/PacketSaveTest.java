// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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

  @Test
  void everyPacketIsWrittenAndProgressIsTold() throws Exception {
    var file = folder.resolve("all.pcapng");

    assertThat(PacketSave.write(many(""), "run 1", file, patience(1000))).isEqualTo(MANY);
    assertThat(heard).hasSizeGreaterThan(3).isSorted().allMatch(f -> f >= 0 && f < 1);
    assertThat(Files.size(file)).isGreaterThan(MANY * 90L);
  }

  @Test
  void onlyThoseThatPassAreWritten() throws Exception {
    var file = folder.resolve("syn.pcapng");

    assertThat(PacketSave.write(many("syn"), "run 1", file, patience(1000))).isEqualTo(MANY / 100);
  }

  @Test
  void aCancelledExportLeavesTheOldFileAndNothingElse() throws Exception {
    var file = folder.resolve("kept.pcapng");
    Files.writeString(file, "old");
    var store = many("");

    assertThatThrownBy(() -> PacketSave.write(store, "run 1", file, patience(2)))
        .isInstanceOf(CancellationException.class);
    assertThat(file).hasContent("old");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
