// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.packet.PacketLog;
import trilobite.runner.file.FileTrouble;

/// A capture file that somebody named, whoever wrote it.
public final class OpenedCapture implements CaptureSource {

  private final Path file;
  private final Records records;

  private OpenedCapture(Path file, Records records) {
    this.file = file;
    this.records = records;
  }

  /// Its packets, by a clock that begins at the first of them. Reads as far as the file's head.
  ///
  /// @throws IOException where it is no capture of Ethernet frames; the message is fit for people
  public static PacketLog open(Path file) throws IOException {
    try {
      if (!Files.isRegularFile(file)) {
        throw new IOException(
            Files.exists(file) ? "it is no regular file" : "there is no such file or folder");
      }
      return new RecordedPackets(new OpenedCapture(file, records(file)), () -> false);
    } catch (IOException e) {
      throw new IOException(
          FileTrouble.shown(file) + " cannot be read: " + FileTrouble.reason(e) + ".", e);
    }
  }

  private static Records records(Path file) throws IOException {
    try (var peeked = new RandomAccessFile(file.toFile(), "r")) {
      var head = SomeBytes.of(peeked, 0, Integer.BYTES);
      if (head.remaining() == Integer.BYTES && head.getInt(0) == NgBlock.SECTION) {
        return NgFile.open(file);
      }
    }
    return CaptureFile.open(file, 0).orElseThrow(() -> new IOException("it is no pcap file"));
  }

  @Override
  public Path place() {
    return file;
  }

  @Override
  public Optional<CaptureNotes> notes() {
    return Optional.empty();
  }

  @Override
  public void refresh() throws IOException {
    records.scan();
  }

  @Override
  public long first() {
    return records.first();
  }

  @Override
  public long end() {
    return records.end();
  }

  @Override
  public Records holding(long number) {
    return records;
  }

  @Override
  public Optional<String> trouble(boolean live) throws IOException {
    var name = FileTrouble.shown(file.getFileName());
    if (records.trouble().isPresent()) {
      return records.trouble().map(why -> name + " is " + why);
    }
    return records.rest() > 0
        ? Optional.of(name + " ends within a packet; those before it are whole")
        : Optional.empty();
  }
}
