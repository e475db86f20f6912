// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.runner.Waiting;

/// A capture that grows while it is read, as QEMU's `filter-dump` writes it.
class DumpTailTest {

  private static final int MAGIC = 0xa1b2c3d4;

  @TempDir private Path folder;
  private final List<Integer> seen = Collections.synchronizedList(new ArrayList<>());
  private final List<Long> times = Collections.synchronizedList(new ArrayList<>());

  private void frame(long nanos, ByteBuffer bytes, int from, int length) {
    int number = bytes.duplicate().order(ByteOrder.BIG_ENDIAN).getInt(from);
    for (int i = 4; i < length; i++) {
      if (bytes.get(from + i) != (byte) number) {
        throw new IllegalStateException("frame " + number + " is damaged at " + i);
      }
    }
    seen.add(number);
    times.add(nanos);
  }

  private static ByteBuffer head() {
    return ByteBuffer.allocate(24)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(MAGIC)
        .putShort((short) 2)
        .putShort((short) 4)
        .putLong(0)
        .putInt(65536)
        .putInt(1)
        .flip();
  }

  private static ByteBuffer record(int number, long micros, int length) {
    var record = ByteBuffer.allocate(16 + length).order(ByteOrder.LITTLE_ENDIAN);
    record.putInt((int) (micros / 1_000_000)).putInt((int) (micros % 1_000_000));
    record.putInt(length).putInt(length);
    record.order(ByteOrder.BIG_ENDIAN).putInt(number);
    while (record.hasRemaining()) {
      record.put((byte) number);
    }
    return record.flip();
  }

  private static byte[] capture(int frames, int length) {
    var all = ByteBuffer.allocate(24 + frames * (16 + length)).put(head());
    for (int i = 0; i < frames; i++) {
      all.put(record(i, 1000L * i, length));
    }
    return all.array();
  }

  /// Whatever a write ends in the middle of, each frame comes once, whole and in order.
  @ParameterizedTest
  @ValueSource(ints = {1, 7, 23, 24, 39, 40, 1000})
  void framesOfPiecesComeWholeAndInOrder(int piece) throws Exception {
    var file = folder.resolve("tap0.pcap");
    var bytes = capture(20, 60);
    try (var tail = new DumpTail(file, this::frame)) {
      assertThat(tail).isNotNull();
      try (OutputStream out = Files.newOutputStream(file)) {
        for (int at = 0; at < bytes.length; at += piece) {
          out.write(bytes, at, Math.min(piece, bytes.length - at));
        }
      }
      Waiting.until("all of them", () -> seen.size() == 20);
    }
    assertThat(seen).isSorted().doesNotHaveDuplicates();
    assertThat(times).isSorted();
  }

  @Test
  void whatWasWrittenBeforeTheEndIsReadAndAFileThatNeverCameIsNone() throws IOException {
    var file = folder.resolve("tap0.pcap");
    Files.write(file, capture(5000, 200));
    new DumpTail(file, this::frame).close();
    assertThat(seen).hasSize(5000);
    new DumpTail(folder.resolve("none"), this::frame).close();
    assertThat(seen).hasSize(5000);
  }

  /// The room of what was read is given back behind the reader, and never before it.
  @Test
  void whatFollowsALongCaptureIsReadToo() throws Exception {
    var file = folder.resolve("tap0.pcap");
    Files.write(file, capture(9000, 1500));
    try (var tail = new DumpTail(file, this::frame)) {
      assertThat(tail).isNotNull();
      Waiting.until("all of them", () -> seen.size() == 9000);
      Files.write(file, record(77, 9_000_000, 1500).array(), StandardOpenOption.APPEND);
      Waiting.until("one more", () -> seen.size() == 9001);
    }
    assertThat(seen.getLast()).isEqualTo(77);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, Integer.MAX_VALUE, 1 << 20})
  void aLengthThatLiesEndsItAfterTheFramesBefore(int length) throws IOException {
    var file = folder.resolve("tap0.pcap");
    var bad = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putInt(length);
    var whole = ByteBuffer.allocate(24 + 76 + 16).put(head()).put(record(3, 0, 60));
    Files.write(file, whole.put(bad.putInt(length).flip()).array());
    new DumpTail(file, this::frame).close();
    assertThat(seen).containsExactly(3);
  }

  /// The guest's clock may go back, as when it is restored; ours does not.
  @Test
  void timeDoesNotGoBack() throws IOException {
    var file = folder.resolve("tap0.pcap");
    var all = ByteBuffer.allocate(24 + 3 * 76).put(head());
    all.put(record(1, 5_000_000, 60)).put(record(2, 1_000_000, 60)).put(record(3, 5_000_001, 60));
    Files.write(file, all.array());
    new DumpTail(file, this::frame).close();
    assertThat(seen).containsExactly(1, 2, 3);
    assertThat(times).isSorted();
  }
}
