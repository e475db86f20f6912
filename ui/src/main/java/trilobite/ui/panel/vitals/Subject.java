// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.Arrays;
import java.util.List;
import trilobite.model.vitals.Vital;

/// What a graph is about, and the vitals that it takes from the run.
enum Subject {
  CPU("cpu", 1.55),
  MEMORY("memory", 1.25),
  NETWORK("network", 1.25),
  DISK("disk", 0.9);

  private final String id;
  private final double weight;

  Subject(String id, double weight) {
    this.id = id;
    this.weight = weight;
  }

  String id() {
    return id;
  }

  /// Share of the column's height.
  double weight() {
    return weight;
  }

  /// In the order of the legend.
  List<Vital> vitals() {
    return switch (this) {
      case CPU -> List.of(Vital.CPU);
      case MEMORY -> List.of(Vital.MEMORY_ASSIGNED, Vital.MEMORY_TOUCHED, Vital.HEAP_USED);
      case NETWORK ->
          List.of(
              Vital.NET_RX_PACKETS,
              Vital.NET_TX_PACKETS,
              Vital.NET_RX_BYTES,
              Vital.NET_TX_BYTES,
              Vital.NET_DROPS);
      case DISK -> List.of(Vital.DISK_READ_BYTES, Vital.DISK_WRITTEN_BYTES);
    };
  }

  static Subject of(String id) {
    return Arrays.stream(values())
        .filter(subject -> subject.id.equals(id))
        .findFirst()
        .orElseThrow();
  }
}
