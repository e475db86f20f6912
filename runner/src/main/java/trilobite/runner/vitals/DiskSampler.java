// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.runner.devices.Drives;

/// Bytes that the guest read from and wrote to its disks, and its requests, by QEMU's
/// `query-blockstats`. The same look keeps what was slow, so that it is known even if nobody
/// looked.
///
/// @param disks how many the target has; with none QEMU is not asked
/// @param now ms on the run's clock
record DiskSampler(Drives drives, int disks, DoubleSupplier now) implements Sampler {

  private static final Source SOURCE =
      new Source(Source.Kind.QMP, "query-blockstats, the sum of all disks");

  @Override
  public Set<Vital> vitals() {
    return Set.of(
        Vital.DISK_READ_BYTES,
        Vital.DISK_WRITTEN_BYTES,
        Vital.DISK_READS,
        Vital.DISK_WRITES,
        Vital.DISK_FLUSHES);
  }

  @Override
  public List<Figure> sample() throws IOException {
    if (disks == 0) {
      throw new IOException("the guest has no disk");
    }
    var all = drives.look(Math.round(now.getAsDouble()));
    return List.of(
        figure(Vital.DISK_READ_BYTES, all.readBytes()),
        figure(Vital.DISK_WRITTEN_BYTES, all.writtenBytes()),
        figure(Vital.DISK_READS, all.reads()),
        figure(Vital.DISK_WRITES, all.writes()),
        figure(Vital.DISK_FLUSHES, all.flushes()));
  }

  private static Figure figure(Vital vital, long value) {
    return new Figure(vital, value, SOURCE);
  }
}
