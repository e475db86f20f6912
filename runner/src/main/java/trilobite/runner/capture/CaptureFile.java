// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongToDoubleFunction;
import org.jspecify.annotations.Nullable;
import trilobite.model.packet.Packet;

/// One capture file, opened once and read on under whatever name it gets later. Its lengths are not
/// trusted: indexing stops for good at the first that cannot be, and waits at one that is not all
/// there. For one thread at a time.
final class CaptureFile implements Records {

  /// Less than half of the collector's smallest region: what is larger goes straight to the old
  /// ones, and a busy guest has some tens of megabytes a second.
  private static final int CHUNK = 1 << 18;

  private static final int MOST = 50_000_000;

  private final RandomAccessFile file;
  private final Object key;
  private final PcapHead head;
  private final Offsets offsets = new Offsets();
  private final long first;

  /// For lengths alone, which are looked at and not kept.
  private final byte[] scanning = new byte[CHUNK];

  private long scanned = PcapHead.SIZE;
  private @Nullable String trouble;

  private CaptureFile(RandomAccessFile file, Object key, PcapHead head, long first) {
    this.file = file;
    this.key = key;
    this.head = head;
    this.first = first;
  }

  /// Opens a file whose head is there.
  ///
  /// @param before packets before it, unless its head says so
  /// @return empty where it was only just begun, or replaced meanwhile
  static Optional<CaptureFile> open(Path path, long before) throws IOException {
    var key = key(path);
    var file = new RandomAccessFile(path.toFile(), "r");
    try {
      var bytes = SomeBytes.of(file, 0, PcapHead.SIZE);
      if (bytes.limit() < PcapHead.SIZE || !key.equals(key(path))) {
        file.close();
        return Optional.empty();
      }
      var head = PcapHead.parse(bytes);
      return Optional.of(
          new CaptureFile(file, key, head, (head.ours() ? head.before() : before) + 1));
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /// Tells one file from another, whatever they are called now.
  static Object key(Path path) throws IOException {
    var attributes = Files.readAttributes(path, BasicFileAttributes.class);
    return Objects.requireNonNullElse(attributes.fileKey(), attributes.creationTime());
  }

  boolean is(Object other) {
    return key.equals(other);
  }

  @Override
  public long first() {
    return first;
  }

  @Override
  public long end() {
    return first + offsets.count();
  }

  @Override
  public Optional<String> trouble() {
    return Optional.ofNullable(trouble);
  }

  @Override
  public long rest() throws IOException {
    return file.length() - scanned;
  }

  @Override
  public void scan() throws IOException {
    long length = file.length();
    while (trouble == null && length - scanned >= PcapHead.RECORD) {
      long before = scanned;
      scan(SomeBytes.into(scanning, file, scanned).order(head.order()), length);
      if (scanned == before) {
        return;
      }
    }
  }

  /// Follows the records that begin in a chunk.
  private void scan(ByteBuffer chunk, long length) {
    long start = scanned;
    while (scanned - start + PcapHead.RECORD <= chunk.limit()) {
      int held = PcapHead.held(chunk, (int) (scanned - start));
      if (held < 0 || held > PcapHead.LONGEST) {
        trouble = "damaged at byte " + scanned + ", where a packet claims " + held + " bytes";
        return;
      }
      if (offsets.count() == MOST) {
        trouble = "only its first " + MOST + " packets are read";
        return;
      }
      if (scanned + PcapHead.RECORD + held > length) {
        return;
      }
      offsets.add(scanned);
      scanned += PcapHead.RECORD + held;
    }
  }

  @Override
  public void read(long from, int most, LongToDoubleFunction time, List<Packet> out)
      throws IOException {
    int at = (int) (from - first);
    int last = (int) Math.min(offsets.count(), at + (long) most);
    long start = offsets.at(at);
    int end = at + 1;
    while (end < last && after(end) - start <= CHUNK) {
      end++;
    }
    var bytes = SomeBytes.of(file, start, (int) (after(end - 1) - start)).order(head.order());
    for (int i = at; i < end; i++) {
      int record = (int) (offsets.at(i) - start);
      int held = record + PcapHead.RECORD > bytes.limit() ? -1 : PcapHead.held(bytes, record);
      if (held < 0 || held > bytes.limit() - record - PcapHead.RECORD) {
        throw new IOException("it was cut short while being read");
      }
      long nanos = head.nanos(bytes, record);
      out.add(
          new Packet(
              first + i,
              nanos,
              time.applyAsDouble(nanos),
              head.direction(bytes, record),
              PcapHead.wire(bytes, record),
              bytes.slice(record + PcapHead.RECORD, held)));
    }
  }

  @Override
  public long nanosOf(long number) throws IOException {
    var bytes = SomeBytes.of(file, offsets.at((int) (number - first)), PcapHead.RECORD);
    if (bytes.limit() < PcapHead.RECORD) {
      throw new IOException("it was cut short while being read");
    }
    return head.nanos(bytes.order(head.order()), 0);
  }

  private long after(int index) {
    return index + 1 < offsets.count() ? offsets.at(index + 1) : scanned;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
