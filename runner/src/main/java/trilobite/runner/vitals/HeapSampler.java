// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import trilobite.model.guest.HeapRow;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.model.reading.Measured.Unknown;
import trilobite.model.reading.Reading;
import trilobite.model.vitals.Vital;

/// Memory that the guest's own allocators have handed out. Where it has to be found block by block
/// that takes longer the more blocks there are, so a reading is kept for twenty times its cost. One
/// thread.
final class HeapSampler implements Sampler {

  private static final long REST = 20_000;

  private final Supplier<Measured<List<HeapRow>>> heap;
  private final LongSupplier nanos;
  private Optional<Figure> last = Optional.empty();
  private long until;

  /// @param nanos the monotonic clock
  HeapSampler(Supplier<Measured<List<HeapRow>>> heap, LongSupplier nanos) {
    this.heap = heap;
    this.nanos = nanos;
  }

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.HEAP_USED);
  }

  @Override
  public List<Figure> sample() throws IOException {
    if (last.isPresent() && nanos.getAsLong() - until < 0) {
      return List.of(last.get());
    }
    return switch (heap.get()) {
      case Known<List<HeapRow>>(var reading) -> {
        until = nanos.getAsLong() + reading.costMicros() * REST;
        last = Optional.of(figure(reading));
        yield List.of(last.get());
      }
      case Unknown<List<HeapRow>>(var reason) -> throw new IOException(reason.why());
    };
  }

  private static Figure figure(Reading<List<HeapRow>> reading) {
    var used =
        reading.value().stream().filter(row -> !row.inner()).mapToDouble(HeapRow::used).sum();
    return new Figure(Vital.HEAP_USED, used, reading.source());
  }
}
