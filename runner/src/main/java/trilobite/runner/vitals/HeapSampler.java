// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import trilobite.model.guest.HeapRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.reading.Measured.Unknown;
import trilobite.model.vitals.Vital;

/// Memory that the guest's own allocators have handed out.
record HeapSampler(Supplier<Measured<List<HeapRow>>> heap) implements Sampler {

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.HEAP_USED);
  }

  @Override
  public List<Figure> sample() throws IOException {
    return switch (heap.get()) {
      case Known<List<HeapRow>>(var reading) -> {
        var used = reading.value().stream().mapToDouble(HeapRow::used).sum();
        yield List.of(new Figure(Vital.HEAP_USED, used, reading.source()));
      }
      case Unknown<List<HeapRow>>(var reason) -> throw new IOException(reason.why());
    };
  }
}
