// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import trilobite.model.time.HostClock;

/// The shared file behind a guest's RAM, mapped read-only.
///
/// Reading a hole of a tmpfs file through a mapping would allocate the page and falsify what the
/// guest has touched, and a full tmpfs would answer with SIGBUS; so a page is read only once the
/// kernel says that it has data. Until then it reads as zeros, which is what the guest sees, too.
final class RamFile implements Backing {

  static final int PAGE = 4096;

  private static final long SIZE_HOLDS_NANOS = 1_000_000;
  private static final int CLOCK_EVERY = 64;

  private static final ValueLayout.OfLong WORD =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private final FileChannel channel;
  private final DataSeeker seeker;
  private final Arena arena = Arena.ofShared();
  private final MemorySegment mapped;
  private final AtomicIntegerArray known;
  private int asked;
  private volatile long knownSize;
  private volatile long sizeAskedAt = HostClock.nanos() - 2 * SIZE_HOLDS_NANOS;

  RamFile(Path file) throws IOException {
    channel = FileChannel.open(file, StandardOpenOption.READ);
    try {
      seeker = new DataSeeker(file);
      mapped = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
    var pages = (mapped.byteSize() + PAGE - 1) / PAGE;
    known = new AtomicIntegerArray(Math.toIntExact((pages + 31) / 32));
  }

  @Override
  public String place() {
    return "ram";
  }

  @Override
  public String touchedBy() {
    return "data of the file behind guest RAM, by SEEK_DATA";
  }

  @Override
  public long size() {
    return mapped.byteSize();
  }

  /// Bytes that the host really keeps, by walking the file's data and holes.
  @Override
  public long touched() throws IOException {
    return seeker.bytes();
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    // Touching a mapping beyond the end of its file is SIGBUS.
    if (offset < 0 || length < 0 || offset > fileSize() - length || offset > size() - length) {
      throw ends(offset);
    }
    var done = 0;
    while (done < length) {
      var from = offset + done;
      var step = (int) Math.min(length - done, PAGE - from % PAGE);
      if (hasData(from)) {
        copy(from, into, at + done, step);
      } else {
        Arrays.fill(into, at + done, at + done + step, (byte) 0);
      }
      done += step;
    }
  }

  /// Without a copy: lists and page tables are walked word by word.
  @Override
  public long word(long offset) throws IOException {
    if (offset < 0 || offset % PAGE > PAGE - Long.BYTES || offset > size() - Long.BYTES) {
      return Backing.super.word(offset);
    }
    if (offset > fileSize() - Long.BYTES) {
      throw ends(offset);
    }
    if (!hasData(offset)) {
      return 0;
    }
    try {
      return mapped.get(WORD, offset);
    } catch (InternalError | IllegalStateException e) {
      throw gone(e);
    }
  }

  /// The file's size now or a moment ago: asking the system for each word would take longer than
  /// all the rest, and so would the clock. A file that shrinks within that moment is met by
  /// [#copy].
  private long fileSize() throws IOException {
    // Several threads may lose counts to each other, which only makes the moment longer.
    if (++asked % CLOCK_EVERY != 0 && knownSize != 0) {
      return knownSize;
    }
    var now = HostClock.nanos();
    if (now - sizeAskedAt > SIZE_HOLDS_NANOS) {
      knownSize = channel.size();
      sizeAskedAt = now;
    }
    return knownSize;
  }

  /// First offset at or after this one that has data; −1 where there is none.
  @Override
  public long data(long offset) throws IOException {
    return seeker.data(offset);
  }

  /// First offset at or after this one that has none.
  @Override
  public long hole(long offset) throws IOException {
    return seeker.hole(offset);
  }

  @Override
  public boolean hasData(long offset) throws IOException {
    var page = offset / PAGE;
    var word = (int) (page / 32);
    var bit = 1 << (page % 32);
    if ((known.get(word) & bit) != 0) {
      return true;
    }
    var start = page * PAGE;
    if (seeker.data(start) != start) {
      return false;
    }
    known.getAndUpdate(word, held -> held | bit);
    return true;
  }

  private void copy(long from, byte[] into, int at, int length) throws IOException {
    try {
      MemorySegment.copy(mapped, ValueLayout.JAVA_BYTE, from, into, at, length);
    } catch (InternalError | IllegalStateException e) {
      throw gone(e);
    }
  }

  private static IOException ends(long offset) {
    return new IOException("the file behind the guest's memory ends before 0x%x".formatted(offset));
  }

  /// The file shrank after the check (the JVM turns SIGBUS into an error), or close() ran.
  private static IOException gone(Throwable why) {
    return new IOException("the guest's memory is gone", why);
  }

  @Override
  public void close() throws IOException {
    arena.close();
    seeker.close();
    channel.close();
  }
}
