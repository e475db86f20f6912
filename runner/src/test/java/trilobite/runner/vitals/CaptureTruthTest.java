// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.Waiting.until;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Views;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.flow.PacketTable;
import trilobite.runner.capture.RecordedPackets;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;

/// What we keep of a guest's packets, beside QEMU's own dump of them.
@Tag("qemu")
class CaptureTruthTest {

  private static final int WANTED = 100_000;

  /// KiB; about 21,000 segments, and nearly as many acknowledgements. All of them fit in the ring.
  private static final int DOWNLOAD = 30_000;

  private static final byte[] GUEST = {0x52, 0x54, 0, 0x12, 0x34, 0x56};

  @TempDir Path state;

  private TideGuest boot() throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    return new TideGuest(
        state, "q35", "64M", new RunObservers(() -> profiles, types, Chronicle.none()));
  }

  /// QEMU's dump has no directions, but these guests tell the truth about their cards.
  private static Direction direction(Packet packet) {
    return packet.bytes().slice(6, 6).equals(ByteBuffer.wrap(GUEST))
        ? Direction.FROM_GUEST
        : Direction.TO_GUEST;
  }

  /// Lengths and hashes of all frames from `first` on, each way in order: the two ways are not
  /// ordered to one another.
  private static Map<Direction, List<Long>> frames(PacketLog log, long first) {
    var frames = new HashMap<Direction, List<Long>>();
    log.span();
    log.read(
        first,
        Integer.MAX_VALUE,
        packet ->
            frames
                .computeIfAbsent(direction(packet), way -> new ArrayList<>())
                .add(((long) packet.length() << 32) + packet.bytes().hashCode()));
    return frames;
  }

  private static List<Long> ours(PacketLog packets, long first, Direction way) {
    return frames(packets, first).getOrDefault(way, List.of());
  }

  @Test
  @Timeout(60)
  void everyPacketIsKeptAsQemuDumpsIt() throws Exception {
    var dump = Files.createDirectories(state.resolve("dump"));
    try (var tide = boot()) {
      var packets = tide.guest.packets();
      // What passed before QEMU's dump begins must stand in ours before `first` is taken.
      until("what passed so far", () -> packets.span().end() - 1 == passed(tide));
      tide.session
          .qmp()
          .human(
              "object_add filter-dump,id=dump,netdev=nic0,maxlen=65536,file="
                  + dump.resolve("packets.pcap"));
      long first = packets.span().end();

      long wanted = first;
      while (wanted - first < WANTED) {
        download(tide);
        wanted = packets.span().end();
      }
      // What comes later, such as a last acknowledgement, is not in QEMU's dump.
      tide.session.qmp().human("object_del dump");
      var theirs = frames(new RecordedPackets(dump, () -> false), 1);
      assertThat(theirs.values().stream().mapToInt(List::size).sum()).isGreaterThan(WANTED - 100);
      for (var way : theirs.keySet()) {
        var dumped = theirs.getOrDefault(way, List.of());
        until("all that QEMU dumped", () -> ours(packets, first, way).size() >= dumped.size());
        assertThat(ours(packets, first, way).subList(0, dumped.size())).isEqualTo(dumped);
      }
      assertThat(packets.span().missed()).isZero();
      assertThat(packets.span().evicted()).isZero();
      directionsAreThoseOfTheCards(packets, first);
      theFlowCarriedWhatWasAskedFor(packets);
      until("the eyes see all flows", () -> seesAllFlows(tide));
    }
  }

  private static long passed(TideGuest tide) {
    var counters = tide.session.packets().orElseThrow();
    return counters.rxPackets() + counters.txPackets();
  }

  private static boolean seesAllFlows(TideGuest tide) {
    var seen = tide.guest.eyes().see(Views.FLOWS).value();
    return seen.isPresent() && seen.get().cut().isEmpty() && !seen.get().rows().isEmpty();
  }

  private static void download(TideGuest tide) throws IOException {
    try (var in = tide.web().resolve("/bytes/" + DOWNLOAD).toURL().openStream()) {
      long count = in.transferTo(java.io.OutputStream.nullOutputStream());
      assertThat(count).isEqualTo(DOWNLOAD * 1024L);
    }
  }

  private static void directionsAreThoseOfTheCards(PacketLog packets, long first) {
    var wrong = new long[1];
    packets.read(
        first,
        Integer.MAX_VALUE,
        packet -> wrong[0] += packet.direction() == direction(packet) ? 0 : 1);
    assertThat(wrong[0]).isZero();
  }

  private static void theFlowCarriedWhatWasAskedFor(PacketLog packets) {
    var table = new PacketTable(packets);
    table.update(Integer.MAX_VALUE);
    long carried = table.flows().rows().stream().mapToLong(FlowRow::txBytes).max().orElse(0);
    assertThat(carried).isGreaterThan(DOWNLOAD * 1024L);
    assertThat(table.refusals().getFirst().answered()).isPositive();
  }
}
