// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;
import trilobite.runner.qmp.Qmp;

/// Bytes that the guest read from and wrote to its disks, by QEMU's `query-blockstats`.
///
/// @param disks how many the target has; with none QEMU is not asked
record DiskSampler(Qmp qmp, int disks) implements Sampler {

  private static final Source SOURCE =
      new Source(Source.Kind.QMP, "query-blockstats, the sum of all disks");

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.DISK_READ_BYTES, Vital.DISK_WRITTEN_BYTES);
  }

  @Override
  public List<Figure> sample() throws IOException {
    if (disks == 0) {
      throw new IOException("the guest has no disk");
    }
    var read = 0.0;
    var written = 0.0;
    for (JsonNode disk : qmp.execute("query-blockstats")) {
      read += disk.path("stats").path("rd_bytes").asDouble();
      written += disk.path("stats").path("wr_bytes").asDouble();
    }
    return List.of(
        new Figure(Vital.DISK_READ_BYTES, read, SOURCE),
        new Figure(Vital.DISK_WRITTEN_BYTES, written, SOURCE));
  }
}
