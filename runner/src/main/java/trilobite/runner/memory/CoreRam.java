// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Guest RAM as an ELF core holds it; offsets are the file's. A core does not say which pages the
/// guest touched, so those count that hold anything but zeros.
final class CoreRam implements Backing {

  private static final int PAGE = RamFile.PAGE;

  private final CoreImage core;
  private final FileChannel file;

  CoreRam(CoreImage core) throws IOException {
    this.core = core;
    this.file = FileChannel.open(core.file(), StandardOpenOption.READ);
  }

  @Override
  public String place() {
    return String.valueOf(core.file().getFileName());
  }

  @Override
  public String touchedBy() {
    return "pages of the core that hold anything but zeros";
  }

  @Override
  public long size() {
    return Long.MAX_VALUE;
  }

  @Override
  public long touched() throws IOException {
    long sum = 0;
    for (var extent : extents()) {
      long end = end(extent);
      for (long at = extent.offset(); at < end; at += PAGE) {
        sum += empty(at, end) ? 0 : PAGE;
      }
    }
    return sum;
  }

  private List<RamLayout.Extent> extents() {
    return core.layout().extents();
  }

  private static long end(RamLayout.Extent extent) {
    return extent.offset() + extent.end() - extent.start();
  }

  @Override
  public boolean hasData(long offset) throws IOException {
    for (var extent : extents()) {
      if (offset >= extent.offset() && offset < end(extent)) {
        return !empty(page(offset, extent), end(extent));
      }
    }
    return false;
  }

  /// The page's begin in the file, where segments may begin anywhere.
  private static long page(long offset, RamLayout.Extent extent) {
    return offset - (offset - extent.offset()) % PAGE;
  }

  @Override
  public long data(long offset) throws IOException {
    return next(offset, false);
  }

  @Override
  public long hole(long offset) throws IOException {
    return next(offset, true);
  }

  /// First offset within the extent whose page is empty or is not; its end, or −1, where none is.
  private long next(long offset, boolean wanted) throws IOException {
    for (var extent : extents()) {
      if (offset >= extent.offset() && offset < end(extent)) {
        for (long at = page(offset, extent); at < end(extent); at += PAGE) {
          if (empty(at, end(extent)) == wanted) {
            return Math.max(offset, at);
          }
        }
        return wanted ? end(extent) : -1;
      }
    }
    return -1;
  }

  private boolean empty(long at, long end) throws IOException {
    var bytes = new byte[(int) Math.min(PAGE, end - at)];
    read(at, bytes, 0, bytes.length);
    for (byte each : bytes) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void read(long offset, byte[] into, int at, int length) throws IOException {
    var buffer = ByteBuffer.wrap(into, at, length);
    long from = offset;
    while (buffer.hasRemaining()) {
      int n = file.read(buffer, from);
      if (n <= 0) {
        throw new IOException(core.file() + " ends before 0x%x".formatted(from));
      }
      from += n;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
