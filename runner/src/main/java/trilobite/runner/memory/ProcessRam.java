// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;

/// Guest RAM in the private memory of a process, by `/proc/PID/mem`; offsets are the process's own
/// addresses. A page that the process has not touched is not read, which `/proc/PID/pagemap` tells:
/// bits 63 (present) and 62 (swapped), Documentation/admin-guide/mm/pagemap.rst of Linux. Both
/// files stay with the process that they were opened of, even where its number is used again.
final class ProcessRam implements Backing {

  private static final int PAGE = RamFile.PAGE;
  private static final long SWAPPED = 1L << 62;
  private static final long TOUCHED = 1L << 63 | SWAPPED;

  /// Bit 56: the process has it alone. A page that was only read is the kernel's page of zeros,
  /// which nobody has alone, small or huge; nor is one so that KSM merged.
  private static final long OWN = 1L << 56 | SWAPPED;

  /// Entries of the page map that are read at once.
  private static final int BATCH = 8192;

  private final String place;
  private final List<RamLayout.Extent> extents;
  private final FileChannel memory;
  private final FileChannel pages;

  private ProcessRam(
      String place, List<RamLayout.Extent> extents, FileChannel memory, FileChannel pages) {
    this.place = place;
    this.extents = extents;
    this.memory = memory;
    this.pages = pages;
  }

  /// @param proc normally `/proc`
  /// @throws IOException where this user may not look into that process, or it is gone
  static ProcessRam open(Path proc, long pid, RamLayout layout) throws IOException {
    var folder = proc.resolve(Long.toString(pid));
    try {
      var memory = FileChannel.open(folder.resolve("mem"), StandardOpenOption.READ);
      try {
        var pages = FileChannel.open(folder.resolve("pagemap"), StandardOpenOption.READ);
        return new ProcessRam(folder.resolve("mem").toString(), layout.extents(), memory, pages);
      } catch (IOException e) {
        memory.close();
        throw e;
      }
    } catch (AccessDeniedException e) {
      throw new IOException(MemoryPermission.of(proc, pid).why(), e);
    } catch (NoSuchFileException e) {
      throw new IOException("process " + pid + " has ended", e);
    }
  }

  @Override
  public String place() {
    return place;
  }

  @Override
  public String touchedBy() {
    return "pages that the process has to itself, by its pagemap";
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public long touched() throws IOException {
    var sum = 0L;
    for (var extent : extents) {
      long end = extent.offset() + extent.end() - extent.start();
      for (long at = extent.offset(); at < end; at += (long) BATCH * PAGE) {
        var entries = entries(at, (int) Math.min(BATCH, (end - at + PAGE - 1) / PAGE));
        while (entries.hasRemaining()) {
          long entry = entries.getLong();
          sum += (entry & TOUCHED) != 0 && (entry & OWN) != 0 ? PAGE : 0;
        }
      }
    }
    return sum;
  }

  @Override
  public boolean hasData(long offset) throws IOException {
    return (entries(offset, 1).getLong(0) & TOUCHED) != 0;
  }

  @Override
  public long data(long offset) throws IOException {
    return next(offset, true);
  }

  @Override
  public long hole(long offset) throws IOException {
    var found = next(offset, false);
    return found < 0 ? end(offset) : found;
  }

  /// First offset at or after this one, within its extent, whose page is touched or is not.
  private long next(long offset, boolean touched) throws IOException {
    long end = end(offset);
    long first = offset - Math.floorMod(offset, PAGE);
    for (long at = first; at < end; at += (long) BATCH * PAGE) {
      var entries = entries(at, (int) Math.min(BATCH, (end - at + PAGE - 1) / PAGE));
      for (int i = 0; entries.hasRemaining(); i++) {
        if ((entries.getLong() & TOUCHED) != 0 == touched) {
          return Math.max(offset, at + (long) i * PAGE);
        }
      }
    }
    return -1;
  }

  private long end(long offset) {
    return extents.stream()
        .filter(e -> offset >= e.offset() && offset < e.offset() + e.end() - e.start())
        .mapToLong(e -> e.offset() + e.end() - e.start())
        .findFirst()
        .orElse(offset);
  }

  private ByteBuffer entries(long offset, int count) throws IOException {
    var entries = ByteBuffer.allocate(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    fill(pages, entries, offset / PAGE * Long.BYTES);
    return entries.flip();
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    int done = 0;
    while (done < length) {
      long from = offset + done;
      int step = (int) Math.min(length - done, PAGE - from % PAGE);
      if (hasData(from)) {
        fill(memory, ByteBuffer.wrap(into, at + done, step), from);
      } else {
        Arrays.fill(into, at + done, at + done + step, (byte) 0);
      }
      done += step;
    }
  }

  /// A process that has ended has no memory any more: the kernel then gives nothing.
  private void fill(FileChannel from, ByteBuffer into, long position) throws IOException {
    long at = position;
    while (into.hasRemaining()) {
      int n = from.read(into, at);
      if (n <= 0) {
        throw new IOException("the guest's process has ended: " + place + " is empty");
      }
      at += n;
    }
  }

  @Override
  public void close() throws IOException {
    memory.close();
    pages.close();
  }
}
