// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.guest.View;
import trilobite.model.table.Meaning;
import trilobite.model.table.Table;

/// Rows for grids that are tested by themselves.
public record SampleRow(
    @Meaning(value = "number of the socket", title = "ID") long id,
    @Meaning("name of the owner") String owner,
    @Meaning("port on this side") String localPort,
    @Meaning("port on the other side") String remotePort,
    @Meaning(value = "share of one vCPU", unit = "%", title = "CPU %") OptionalDouble cpu,
    @Meaning(value = "bytes that wait", unit = "bytes") OptionalLong queued) {

  static final View<SampleRow> VIEW =
      new View<>(Table.of("samples", SampleRow.class), SampleRow.class, "samples");
  static final List<GridColumn<SampleRow>> COLUMNS =
      VIEW.table().columns().stream().map(GridColumn::of).toList();

  static SampleRow of(long id, String owner, double cpu) {
    return new SampleRow(
        id,
        owner,
        ":" + (8080 + id),
        ":5190" + id,
        Double.isNaN(cpu) ? OptionalDouble.empty() : OptionalDouble.of(cpu),
        OptionalLong.of(id * 5000));
  }

  static List<SampleRow> some() {
    return List.of(
        of(1, "worker-10", 3.5),
        of(2, "worker-2", 52.8),
        of(3, "idle", Double.NaN),
        of(4, "stats", 3.5));
  }
}
