// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A guest's physical memory, read from the file that QEMU shares. Never writes, never pauses the
/// guest, never makes the host allocate a page that the guest has not touched.
public final class GuestRam implements Memory, AutoCloseable {

  private final RamFile file;
  private final RamLayout layout;

  private GuestRam(RamFile file, RamLayout layout) {
    this.file = file;
    this.layout = layout;
  }

  /// @throws IOException where the file is not there or cannot be mapped
  public static GuestRam open(Path ram, RamLayout layout) throws IOException {
    return new GuestRam(new RamFile(ram), layout);
  }

  /// Bytes of RAM for which the host keeps pages: exact on tmpfs, in whole pages. Takes 30 µs for a
  /// small guest and some ms for gigabytes.
  public long touched() throws IOException {
    return file.touched();
  }

  /// Where RAM is.
  public List<Stretch> extents() {
    return layout.extents().stream().map(e -> new Stretch(e.start(), e.end() - e.start())).toList();
  }

  /// True where all of that is RAM.
  public boolean holds(long address, int length) {
    for (var extent : layout.extents()) {
      if (address >= extent.start() && address <= extent.end() - length) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean touched(long address) throws IOException {
    var extent = layout.at(address);
    return file.hasData(extent.offset() + (address - extent.start()));
  }

  /// Memory that the guest has touched, side by side.
  public record Stretch(long address, long length) {

    public long end() {
      return address + length;
    }
  }

  /// What the guest has touched from a physical address on, ascending, at most so many stretches.
  public List<Stretch> touchedFrom(long address, int most) throws IOException {
    var found = new ArrayList<Stretch>();
    for (var extent : layout.extents()) {
      long at = extent.offset() + Math.max(0, address - extent.start());
      long end = Math.min(file.size(), extent.offset() + extent.end() - extent.start());
      while (at < end && found.size() < most) {
        long data = file.data(at);
        if (data < 0 || data >= end) {
          break;
        }
        long hole = Math.min(end, file.hole(data));
        if (hole <= data) {
          break;
        }
        found.add(new Stretch(extent.start() + data - extent.offset(), hole - data));
        at = hole;
      }
    }
    return found;
  }

  @Override
  public void read(long address, byte[] into, int offset, int length) throws IOException {
    var done = 0;
    while (done < length) {
      var extent = layout.at(address + done);
      var step = (int) Math.min(length - done, extent.end() - (address + done));
      file.read(extent.offset() + (address + done - extent.start()), into, offset + done, step);
      done += step;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
