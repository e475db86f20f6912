// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import trilobite.runner.image.Elf;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;
import trilobite.runner.image.ImageException;

/// An ELF core of a whole machine, as QEMU's `dump-guest-memory` and virsh write it: physical
/// memory by its segments' physical addresses, and each vCPU's registers in a note.
///
/// @param arch as QEMU's binaries spell it
/// @param layout with the file's offsets
/// @param registers as the text of QEMU's `info registers -a`; empty where the core has none
public record CoreImage(Path file, String arch, RamLayout layout, String registers) {

  private static final int CORE = 4;
  private static final int MOST_SEGMENTS = 1024;
  private static final int MOST_NOTES = 4 << 20;

  /// The machine's own firmware lies there, and no RAM of a small guest does.
  private static final long FIRMWARE = 0xfffc0000L;

  /// @throws IOException where it is no such core, or cannot be read; says what it is
  public static CoreImage read(Path file) throws IOException {
    try (var bytes = new FileBytes(file)) {
      var elf = ElfReader.read(bytes);
      if (elf.type() != CORE) {
        throw new IOException(file.getFileName() + " is an ELF file, but no core");
      }
      if (elf.segments().size() > MOST_SEGMENTS) {
        throw new IOException(
            file.getFileName() + " has " + elf.segments().size() + " pieces, which is too many");
      }
      return new CoreImage(file, elf.arch(), layout(file, elf, bytes.size()), notes(elf, bytes));
    } catch (ImageException broken) {
      throw new IOException(file.getFileName() + " is no core: " + broken.getMessage(), broken);
    }
  }

  private static RamLayout layout(Path file, Elf elf, long size) throws IOException {
    var extents = new ArrayList<RamLayout.Extent>();
    var loads =
        elf.segments().stream()
            .filter(each -> each.type() == Elf.PT_LOAD && each.fileSize() > 0)
            .sorted(Comparator.comparingLong(Elf.Segment::physical))
            .toList();
    long from = 0;
    for (var load : loads) {
      long end = load.physical() + load.fileSize();
      boolean whole = load.offset() >= 0 && load.offset() <= size - load.fileSize();
      if (!whole) {
        throw new IOException(
            "%s is cut off: the memory at 0x%x is missing"
                .formatted(file.getFileName(), load.physical()));
      }
      // What overlaps would show two bytes at one address.
      if (load.physical() >= from && end > load.physical() && load.physical() != FIRMWARE) {
        extents.add(new RamLayout.Extent(load.physical(), end, load.offset()));
        from = end;
      }
    }
    if (extents.isEmpty()) {
      throw new IOException(
          file.getFileName()
              + " holds no memory; a core of a whole guest is made by QEMU's dump-guest-memory");
    }
    if (loads.stream().allMatch(each -> each.physical() == 0) && loads.size() > 1) {
      throw new IOException(file.getFileName() + " is the core of a process, not of a whole guest");
    }
    // One piece of the file at a thousand addresses would take a thousand times as long to read.
    if (extents.stream().mapToLong(each -> each.end() - each.start()).sum() > size) {
      throw new IOException(file.getFileName() + " claims more memory than there is in the file");
    }
    return new RamLayout(List.copyOf(extents));
  }

  private static String notes(Elf elf, FileBytes bytes) throws IOException {
    var text = new StringBuilder();
    for (var segment : elf.segments()) {
      if (segment.type() == Elf.PT_NOTE) {
        var notes = bytes.piece("its notes", segment.offset(), segment.fileSize(), MOST_NOTES);
        text.append(CoreRegisters.text(notes, elf.machine()));
      }
    }
    return text.toString();
  }

  /// Bytes of RAM.
  public long size() {
    return layout.extents().stream().mapToLong(each -> each.end() - each.start()).sum();
  }
}
