// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.packet.Direction;
import trilobite.model.packet.PacketSpan;

class RecordedPacketsTest {

  @TempDir Path folder;
  private Path newest;
  private Path older;

  @BeforeEach
  void name() {
    newest = folder.resolve(CaptureRing.NEWEST);
    older = folder.resolve(CaptureRing.OLDER);
  }

  private static Long[] range(long from, long to) {
    return LongStream.rangeClosed(from, to).boxed().toArray(Long[]::new);
  }

  @Test
  void aRunWithoutPacketsHasNone() {
    var packets = Captures.recorded(folder);

    assertThat(packets.span()).isEqualTo(PacketSpan.NONE);
    assertThat(packets.packet(1)).isEmpty();
    assertThat(packets.numberAt(0)).isEqualTo(1);
  }

  @Test
  void packetsSayWhenWhichWayAndHowLong() throws IOException {
    Files.write(newest, Captures.file(0, 3, 60));
    new CaptureNotes(Captures.STARTED, 7).write(folder);
    var packets = Captures.recorded(folder);

    assertThat(packets.span().missed()).isEqualTo(7);
    var second = packets.packet(2).orElseThrow();
    assertThat(second.t()).isEqualTo(2);
    assertThat(second.wall()).hasToString("2026-01-02T03:04:05.680Z");
    assertThat(second.direction()).isEqualTo(Direction.TO_GUEST);
    assertThat(packets.packet(3).orElseThrow().direction()).isEqualTo(Direction.FROM_GUEST);
    assertThat(second.bytes().remaining()).isEqualTo(60);
    assertThat(packets.numberAt(1.5)).isEqualTo(2);
    assertThat(packets.numberAt(99)).isEqualTo(4);
  }

  @Test
  void bothFilesAreOneLogAndWhatGaveWayIsCounted() throws IOException {
    Files.write(older, Captures.file(10, 20, 1000));
    Files.write(newest, Captures.file(30, 5, 1000));
    var packets = Captures.recorded(folder);

    assertThat(packets.span()).isEqualTo(new PacketSpan(11, 36, 0, packets.span().trouble()));
    assertThat(packets.span().evicted()).isEqualTo(10);
    assertThat(Captures.numbers(packets)).containsExactly(range(11, 35));
  }

  @Test
  void aFileIsFollowedThroughTurnsAndGrowth() throws IOException {
    Files.write(newest, Captures.file(0, 4, 60));
    var packets = new RecordedPackets(folder, () -> true);
    assertThat(packets.span().end()).isEqualTo(5);

    Files.write(newest, Captures.record(5, 60), StandardOpenOption.APPEND);
    Files.move(newest, older);
    assertThat(packets.span().end()).isEqualTo(6);
    Files.write(newest, Captures.file(5, 2, 60));
    packets.span();
    assertThat(Captures.numbers(packets)).containsExactly(range(1, 7));

    // Two turns between two looks.
    for (int turn = 0; turn < 2; turn++) {
      Files.move(newest, older, StandardCopyOption.REPLACE_EXISTING);
      Files.write(newest, Captures.file(7 + turn * 3L, 3, 60));
    }
    assertThat(packets.span().first()).isEqualTo(8);
    assertThat(Captures.numbers(packets)).containsExactly(range(8, 13));
  }

  @Test
  void aFileCutAtAnyByteHoldsTheWholePacketsBeforeIt() throws IOException {
    var whole = Captures.file(0, 3, 20);
    for (int cut = 0; cut <= whole.length; cut++) {
      Files.write(newest, Arrays.copyOf(whole, cut));
      var packets = Captures.recorded(folder);
      int expected = Math.max(0, (cut - PcapHead.SIZE) / 36);

      assertThat(packets.span().count()).as("cut at %d", cut).isEqualTo(expected);
      assertThat(Captures.numbers(packets)).hasSize(expected);
    }
  }

  @Test
  void aPacketThatIsStillBeingWrittenIsWaitedForAndOneThatEndsThereIsTold() throws IOException {
    var whole = Captures.file(0, 2, 20);
    Files.write(newest, Arrays.copyOf(whole, whole.length - 1));

    var live = new RecordedPackets(folder, () -> true);
    assertThat(live.span().trouble()).isEmpty();
    assertThat(Captures.recorded(folder).span().trouble())
        .hasValueSatisfying(why -> assertThat(why).contains("ends within a packet"));

    Files.write(newest, whole);
    assertThat(live.span().count()).isEqualTo(2);
  }

  @Test
  void aLengthThatCannotBeEndsTheIndexAndIsTold() throws IOException {
    var bytes = Captures.file(0, 3, 20);
    bytes[PcapHead.SIZE + 36 + 11] = (byte) 0x80;
    Files.write(newest, bytes);

    var span = Captures.recorded(folder).span();

    assertThat(span.count()).isEqualTo(1);
    assertThat(span.trouble())
        .hasValue("packets.pcap is damaged at byte 60, where a packet claims -2147483628 bytes");
  }

  @Test
  void whatIsNoCaptureIsRefusedInWords() throws IOException {
    Files.write(newest, new byte[100]);

    assertThatThrownBy(() -> Captures.recorded(folder).span())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be read: it is no pcap file.");
  }
}
