// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import trilobite.model.packet.PacketLog;

/// Any bytes as the capture files of a run, the first two saying how long the older one is: packets
/// that are counted can be read, in order, and what cannot is told in words.
public final class CaptureFuzz {

  private static final Path FOLDER = folder();

  private CaptureFuzz() {}

  static Path folder() {
    try {
      var folder = Files.createTempDirectory("captures");
      folder.toFile().deleteOnExit();
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void fuzzerTestOneInput(byte[] data) throws IOException {
    if (data.length < 2) {
      return;
    }
    int split = Math.min(data.length - 2, (data[0] & 0xff) << 8 | (data[1] & 0xff));
    write(CaptureRing.OLDER, data, 2, split);
    write(CaptureRing.NEWEST, data, 2 + split, data.length - 2 - split);
    look(new RecordedPackets(FOLDER, () -> false));
  }

  private static void write(String name, byte[] data, int from, int count) throws IOException {
    var file = FOLDER.resolve(name);
    Files.write(file, java.util.Arrays.copyOfRange(data, from, from + count));
    file.toFile().deleteOnExit();
  }

  static void look(PacketLog log) {
    try {
      var span = log.span();
      assertThat(span.first()).isBetween(1L, span.end());
      var next = new long[] {span.first()};
      log.read(
          0,
          Integer.MAX_VALUE,
          packet -> {
            assertThat(packet.number()).isEqualTo(next[0]++);
            assertThat(packet.bytes().remaining()).isLessThanOrEqualTo(packet.length());
          });
      assertThat(next[0]).isEqualTo(span.end());
      assertThat(log.numberAt(0)).isBetween(span.first(), span.end());
    } catch (UncheckedIOException e) {
      assertThat(e.getMessage()).contains("cannot be read");
    }
  }
}
