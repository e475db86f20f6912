// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import trilobite.model.reading.Source;
import trilobite.model.vitals.Vital;

/// Reads one face of a guest, without pausing it. Called from one thread, some times a second.
interface Sampler {

  /// What it measures, whether or not it can be measured now.
  Set<Vital> vitals();

  /// The values of now.
  ///
  /// @throws IOException where they cannot be read; the message says why and is shown to people
  List<Figure> sample() throws IOException;

  /// One value and where it was read.
  record Figure(Vital vital, double value, Source source) {}
}
