// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;

/// Memory that the guest has touched, as the host sees it.
///
/// @param touched asks for it
/// @param by how that is known, in words
record MemorySampler(Touched touched, Words by) implements Sampler {

  /// Bytes that the host keeps for the guest.
  @FunctionalInterface
  interface Touched {
    long bytes() throws IOException;
  }

  /// How that is known.
  @FunctionalInterface
  interface Words {
    String say() throws IOException;
  }

  @Override
  public Set<Vital> vitals() {
    return Set.of(Vital.MEMORY_TOUCHED);
  }

  @Override
  public List<Figure> sample() throws IOException {
    var bytes = touched.bytes();
    var source = new Source(Source.Kind.GUEST_RAM_FILE, by.say());
    return List.of(new Figure(Vital.MEMORY_TOUCHED, bytes, source));
  }
}
