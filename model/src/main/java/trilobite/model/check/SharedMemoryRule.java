// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.List;

/// The folder of guest RAM has room. A full one would kill QEMU and us when the guest touches its
/// memory.
final class SharedMemoryRule implements Rule {

  private static final long MIB = 1L << 20;

  @Override
  public void check(Subject subject, Report report) {
    long free = subject.host().room().shmFree();
    long bytes = subject.target().memorySize().map(size -> size.bytes()).orElse(0L);
    if (bytes <= free || bytes > subject.host().room().memoryTotal()) {
      return;
    }
    var field = report.field("memory");
    var message =
        "Guest memory lies in shared memory (/dev/shm), of which a guest may have at most "
            + (Math.max(0, free) / MIB)
            + " MiB now; the rest is used, promised to guests that run, or kept for other"
            + " programs. Stop another guest, enlarge it, or give less.";
    var machine = new Fix("Show what is free", Fix.Action.MACHINE, List.of());
    long fits = Long.highestOneBit(free / MIB);
    if (fits >= 1) {
      report.error(field, message, Report.set("Use " + fits + "M", field, fits + "M"), machine);
    } else {
      report.error(field, message, machine);
    }
  }
}
