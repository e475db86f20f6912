// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where guest-physical addresses lie in the RAM file. RAM that does not fit below the PCI hole
/// goes on at 4 GiB, so one file shows at two places.
///
/// @param extents ascending, apart from each other
public record RamLayout(List<Extent> extents) {

  private static final long GIB = 1L << 30;
  private static final int MOST_LINES = 20_000;
  private static final Pattern LINE =
      Pattern.compile(
          "\\s*([0-9a-f]{1,16})-([0-9a-f]{1,16}) \\(prio -?\\d+, (?:ram|rom)\\): (\\S+)"
              + "(?: @([0-9a-f]{1,16}))?.*");

  /// Physical addresses from `start` to before `end`, at `offset` in the file.
  public record Extent(long start, long end, long offset) {}

  /// Reads QEMU's `info mtree -f`, which knows what the machine really did. Pieces that firmware
  /// windows cut out of the low megabyte are joined again: the RAM below them is there.
  ///
  /// @param region name of the memory backend, such as `ram0`
  /// @throws IllegalArgumentException where the text shows no such region
  public static RamLayout parse(String mtree, String region) {
    return Optional.ofNullable(regions(mtree).get(region))
        .filter(extents -> !extents.isEmpty())
        .map(extents -> new RamLayout(List.copyOf(extents)))
        .orElseThrow(() -> new IllegalArgumentException("QEMU's memory map shows no " + region));
  }

  /// As [#parse(String, String)] for a machine whose backend has any name: the largest is RAM.
  public static RamLayout parse(String mtree) {
    return regions(mtree).values().stream()
        .filter(extents -> !extents.isEmpty())
        .max(Comparator.comparingLong(RamLayout::bytes))
        .map(extents -> new RamLayout(List.copyOf(extents)))
        .orElseThrow(() -> new IllegalArgumentException("QEMU's memory map shows no RAM"));
  }

  private static long bytes(List<Extent> extents) {
    return extents.stream().mapToLong(each -> each.end() - each.start()).sum();
  }

  private static Map<String, List<Extent>> regions(String mtree) {
    var regions = new LinkedHashMap<String, List<Extent>>();
    var inView = false;
    for (var line : mtree.lines().limit(MOST_LINES).toList()) {
      if (line.startsWith("FlatView")) {
        if (!regions.isEmpty()) {
          break;
        }
        inView = false;
      }
      inView |= line.startsWith(" AS \"memory\"");
      var match = LINE.matcher(line);
      if (inView && match.matches()) {
        var offset = match.group(4) == null ? 0 : Long.parseUnsignedLong(match.group(4), 16);
        var start = Long.parseUnsignedLong(match.group(1), 16);
        add(
            regions.computeIfAbsent(match.group(3), name -> new ArrayList<>()),
            new Extent(start, Long.parseUnsignedLong(match.group(2), 16) + 1, offset));
      }
    }
    return regions;
  }

  private static void add(List<Extent> extents, Extent next) {
    if (next.start() < 0 || next.end() <= next.start() || next.offset() < 0) {
      return;
    }
    if (!extents.isEmpty()) {
      var last = extents.getLast();
      if (last.start() - last.offset() == next.start() - next.offset()) {
        extents.set(extents.size() - 1, new Extent(last.start(), next.end(), last.offset()));
        return;
      }
    }
    extents.add(next);
  }

  /// The layout of QEMU's x86 machines by their rule, for when QEMU cannot be asked any more. Found
  /// in `hw/i386/pc_piix.c`, `pc_q35.c` and `microvm.c`, and seen with 7.2.
  public static RamLayout of(String machine, long size) {
    var family = machine.startsWith("pc-q35") ? "q35" : machine.startsWith("pc") ? "pc" : machine;
    return switch (family) {
      case "q35" -> split(size, size >= 0xb0000000L ? 2 * GIB : size);
      case "pc" -> split(size, size >= 0xe0000000L ? 3 * GIB : size);
      case "microvm" -> split(size, Math.min(size, 3 * GIB));
      default -> split(size, size);
    };
  }

  private static RamLayout split(long size, long low) {
    return size <= low
        ? new RamLayout(List.of(new Extent(0, size, 0)))
        : new RamLayout(
            List.of(new Extent(0, low, 0), new Extent(4 * GIB, 4 * GIB + size - low, low)));
  }

  /// The extent that holds an address.
  ///
  /// @throws MemoryException where there is no RAM
  Extent at(long address) throws MemoryException {
    for (var extent : extents) {
      if (address >= extent.start() && address < extent.end()) {
        return extent;
      }
    }
    throw new MemoryException(address, "no RAM at this physical address");
  }
}
