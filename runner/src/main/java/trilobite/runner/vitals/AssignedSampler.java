// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.List;
import java.util.Set;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;

/// Memory that the guest was given. It does not change, but a graph needs it at each time.
record AssignedSampler(long bytes) implements Sampler {

  private static final Source SOURCE =
      new Source(Source.Kind.PROJECT, "memory of the target, as QEMU was started with");

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.MEMORY_ASSIGNED);
  }

  @Override
  public List<Figure> sample() {
    return List.of(new Figure(Vital.MEMORY_ASSIGNED, bytes, SOURCE));
  }
}
