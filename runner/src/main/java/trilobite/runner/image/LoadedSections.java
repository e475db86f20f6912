// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Where an image's sections lie in physical memory once it is loaded as linked.
public final class LoadedSections {

  private static final int MOST = 1_000;

  private LoadedSections() {}

  /// A section that takes memory.
  ///
  /// @param name such as `.text`
  /// @param physical address of its first byte
  public record Loaded(String name, long physical, long size) {}

  /// The sections; for an image without any, its segments.
  ///
  /// @throws IOException where it is no ELF file or is broken
  public static List<Loaded> of(Path image) throws IOException {
    try (var bytes = new FileBytes(image)) {
      var elf = ElfReader.read(bytes);
      var loaded = new ArrayList<Loaded>();
      for (var section : elf.sections()) {
        for (var segment : elf.segments()) {
          if (inside(section, segment) && loaded.size() < MOST) {
            var at = segment.physical() + (section.address() - segment.virtual());
            loaded.add(new Loaded(section.name(), at, section.size()));
            break;
          }
        }
      }
      return loaded.isEmpty() ? segments(elf) : List.copyOf(loaded);
    }
  }

  /// Sections that are not loaded have the address 0 or none of a segment's.
  private static boolean inside(Elf.Section section, Elf.Segment segment) {
    return segment.type() == Elf.PT_LOAD
        && section.size() > 0
        && section.address() != 0
        && Long.compareUnsigned(section.address(), segment.virtual()) >= 0
        && Long.compareUnsigned(section.address() - segment.virtual(), segment.memorySize()) < 0
        && Long.compareUnsigned(
                section.address() - segment.virtual() + section.size(), segment.memorySize())
            <= 0;
  }

  private static List<Loaded> segments(Elf elf) {
    return elf.segments().stream()
        .filter(segment -> segment.type() == Elf.PT_LOAD && segment.memorySize() > 0)
        .limit(MOST)
        .map(segment -> new Loaded("", segment.physical(), segment.memorySize()))
        .toList();
  }
}
