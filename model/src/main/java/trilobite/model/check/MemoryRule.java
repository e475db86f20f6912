// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.Optional;
import trilobite.model.project.MemorySize;

/// The memory is an amount, large enough for the image and no larger than this machine's.
final class MemoryRule implements Rule {

  private static final long MIB = 1L << 20;

  @Override
  public void check(Subject subject, Report report) {
    var text = subject.target().memory();
    var field = report.field("memory");
    var size = subject.target().memorySize();
    if (size.isEmpty()) {
      report.error(
          field,
          "“" + text + "” is no amount of memory: write 64M or 1G.",
          Report.set("Use 64M", field, "64M"));
      return;
    }
    long bytes = size.get().bytes();
    long total = subject.host().room().memoryTotal();
    long free = subject.host().room().memoryFree();
    if (bytes < MIB) {
      report.error(
          field,
          size.get() + " is too little: no machine starts with less than 1 MiB.",
          Report.set("Use 64M", field, "64M"));
    } else if (total > 0 && bytes > total) {
      var half = new MemorySize(Math.max(64, Long.highestOneBit(total / 2 / MIB)) * MIB);
      report.error(
          field,
          size.get() + " is more than this machine has (" + (total / MIB) + " MiB).",
          Report.set("Use " + half.qemu(), field, half.qemu()));
    } else {
      tooSmallForImage(subject, bytes).ifPresent(image -> tooSmall(report, size.get(), image));
      if (free > 0 && bytes > free) {
        report.warning(
            field,
            size.get()
                + " is more than is free now ("
                + (free / MIB)
                + " MiB): the machine may swap or end programs once the guest uses it.");
      }
    }
  }

  /// What the image needs at least, where that is more than there is. The size of an ELF file says
  /// little, because debug information is never loaded.
  private static Optional<Long> tooSmallForImage(Subject subject, long bytes) {
    var target = subject.target();
    long kernel =
        target
            .kernel()
            .flatMap(subject::file)
            .filter(facts -> !facts.format().startsWith("elf"))
            .map(ImageFacts::bytes)
            .orElse(0L);
    long initrd = target.initrd().flatMap(subject::file).map(ImageFacts::bytes).orElse(0L);
    long needed = kernel + initrd + MIB;
    return needed > bytes ? Optional.of(needed) : Optional.empty();
  }

  private static void tooSmall(Report report, MemorySize size, long needed) {
    // Room for what the image unpacks and allocates: four times its size, as a power of two.
    var enough = new MemorySize(Math.max(64 * MIB, Long.highestOneBit(needed) * 4));
    report.error(
        report.field("memory"),
        size + " cannot hold the image, which alone takes " + (needed / MIB + 1) + " MiB.",
        Report.set("Use " + enough.qemu(), report.field("memory"), enough.qemu()));
  }
}
