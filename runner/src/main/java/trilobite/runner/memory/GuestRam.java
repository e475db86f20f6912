// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.file.Path;

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
