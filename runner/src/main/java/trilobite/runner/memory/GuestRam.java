// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A guest's physical memory, wherever it is kept: in the file that QEMU shares, in a QEMU process
/// that was started elsewhere, behind QEMU's monitor, or in a core. Never writes, never pauses the
/// guest, never makes the host allocate a page that the guest has not touched.
public final class GuestRam implements Memory, AutoCloseable {

  private final Backing backing;
  private final RamLayout layout;

  private GuestRam(Backing backing, RamLayout layout) {
    this.backing = backing;
    this.layout = layout;
  }

  /// The file that is the guest's RAM, shared with its QEMU.
  ///
  /// @throws IOException where the file is not there or cannot be mapped
  public static GuestRam open(Path ram, RamLayout layout) throws IOException {
    return new GuestRam(new RamFile(ram), layout);
  }

  /// The private memory of a QEMU process, by `/proc/PID/mem`.
  ///
  /// @param layout with the process's own addresses for offsets
  /// @throws IOException where this user may not read that process; says why
  public static GuestRam of(long pid, RamLayout layout) throws IOException {
    return new GuestRam(ProcessRam.open(Path.of("/proc"), pid, layout), layout);
  }

  /// By questions to QEMU's monitor: slow, and for nothing that looks through all of memory.
  ///
  /// @param monitor executes a command of the human monitor
  /// @param layout with physical addresses for offsets
  public static GuestRam of(MonitorRam.Monitor monitor, RamLayout layout) {
    return new GuestRam(new MonitorRam(monitor), layout);
  }

  /// What an ELF core holds.
  ///
  /// @throws IOException where the file cannot be read
  public static GuestRam of(CoreImage core) throws IOException {
    return new GuestRam(new CoreRam(core), core.layout());
  }

  /// Where the bytes come from, in words that stand behind “in”: `ram`, `/proc/12/mem`, a core's
  /// name.
  public String place() {
    return backing.place();
  }

  /// How [#touched()] knows, in words.
  public String touchedBy() {
    return backing.touchedBy();
  }

  /// Bytes of RAM for which the host keeps pages: exact on tmpfs, in whole pages. Takes 30 µs for a
  /// small guest and some ms for gigabytes.
  ///
  /// @throws IOException where the source does not tell
  public long touched() throws IOException {
    return backing.touched();
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
    return backing.hasData(extent.offset() + (address - extent.start()));
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
      long end = Math.min(backing.size(), extent.offset() + extent.end() - extent.start());
      while (at < end && found.size() < most) {
        long data = backing.data(at);
        if (data < 0 || data >= end) {
          break;
        }
        long hole = Math.min(end, backing.hole(data));
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
      backing.read(extent.offset() + (address + done - extent.start()), into, offset + done, step);
      done += step;
    }
  }

  @Override
  public long word(long address) throws IOException {
    var extent = layout.at(address);
    return extent.end() - address >= Long.BYTES
        ? backing.word(extent.offset() + (address - extent.start()))
        : Memory.super.word(address);
  }

  @Override
  public void close() throws IOException {
    backing.close();
  }
}
