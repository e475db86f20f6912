// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.MemoryPermission;
import trilobite.runner.memory.RamLayout;
import trilobite.runner.qmp.Qmp;

/// Finds and opens the guest's RAM of a process that was started elsewhere: the file that it
/// shares, else its memory, else QEMU's monitor. Where it lies, QEMU tells by `info mtree -f` and
/// `gpa2hva`; without a monitor the size on the command line and the machine's rule do.
record ProcessMemory(HostProcess process, String machine, long size, Optional<Qmp> qmp) {

  private static final Pattern HOST_ADDRESS = Pattern.compile("\\) is (0x[0-9a-f]{1,16})");

  /// @throws IOException where it cannot be read; says why, and what would help
  GuestRam open() throws IOException {
    try {
      return qmp.isPresent() ? asked(qmp.get()) : ruled();
    } catch (IOException | IllegalArgumentException e) {
      if (qmp.isEmpty()) {
        throw e instanceof IOException io ? io : new IOException(e.getMessage(), e);
      }
      return byMonitor(qmp.get());
    }
  }

  private GuestRam asked(Qmp monitor) throws IOException {
    var layout = RamLayout.parse(monitor.human("info mtree -f"));
    var extents = new ArrayList<RamLayout.Extent>();
    for (var extent : layout.extents()) {
      var said = monitor.human("gpa2hva 0x%x".formatted(extent.start()));
      var match = HOST_ADDRESS.matcher(said);
      if (!match.find()) {
        throw new IOException("QEMU does not say where its RAM lies: " + said.strip());
      }
      long at = Long.parseUnsignedLong(match.group(1).substring(2), 16);
      extents.add(new RamLayout.Extent(extent.start(), extent.end(), at));
    }
    return at(new RamLayout(List.copyOf(extents)));
  }

  private GuestRam ruled() throws IOException {
    var mapping = mappings().ofSize(size);
    var extents = new ArrayList<RamLayout.Extent>();
    for (var extent : RamLayout.of(machine, size).extents()) {
      extents.add(
          new RamLayout.Extent(extent.start(), extent.end(), mapping.start() + extent.offset()));
    }
    return at(new RamLayout(List.copyOf(extents)));
  }

  private Mappings mappings() throws IOException {
    try {
      return Mappings.of(process);
    } catch (java.nio.file.AccessDeniedException e) {
      throw new IOException(permission().why(), e);
    }
  }

  private MemoryPermission permission() {
    return MemoryPermission.of(Path.of("/proc"), process.pid());
  }

  /// By addresses of the process's: of the file behind them, where it is shared.
  private GuestRam at(RamLayout layout) throws IOException {
    var mapping = mappings().at(layout.extents().getFirst().offset());
    var file = mapping.flatMap(found -> Mappings.file(process, found));
    if (mapping.isPresent() && file.isPresent()) {
      long shift = mapping.get().offset() - mapping.get().start();
      return GuestRam.open(
          file.get(),
          new RamLayout(
              layout.extents().stream()
                  .map(e -> new RamLayout.Extent(e.start(), e.end(), e.offset() + shift))
                  .toList()));
    }
    // Of memory that is shared without a file, only the process and its children have pages.
    if (mapping.isPresent() && mapping.get().shared() && !mapping.get().anonymous()) {
      throw new IOException(
          "the guest's RAM is shared by "
              + mapping.get().file()
              + ", which this user cannot open; reading it through the process would allocate pages");
    }
    return GuestRam.of(process.pid(), layout);
  }

  private static GuestRam byMonitor(Qmp monitor) throws IOException {
    try {
      var layout = RamLayout.parse(monitor.human("info mtree -f"));
      return GuestRam.of(
          monitor::human,
          new RamLayout(
              layout.extents().stream()
                  .map(e -> new RamLayout.Extent(e.start(), e.end(), e.start()))
                  .toList()));
    } catch (IllegalArgumentException e) {
      throw new IOException("QEMU's memory map is not understood: " + e.getMessage(), e);
    }
  }
}
