// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.List;
import java.util.Map;
import trilobite.model.guest.BlindEyes;
import trilobite.model.guest.Eyes;
import trilobite.model.reading.Measured;
import trilobite.model.time.Mark;
import trilobite.model.time.Series;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// Sees nothing, for tests of what happens without it.
public final class BlindObserver implements Observer, Vitals {

  @Override
  public Vitals vitals() {
    return this;
  }

  @Override
  public Eyes eyes() {
    return new BlindEyes("nobody looks");
  }

  @Override
  public Map<Vital, Series> series() {
    return Map.of();
  }

  @Override
  public Map<Vital, Measured<Double>> latest() {
    return Map.of();
  }

  @Override
  public List<Mark> marks() {
    return List.of();
  }

  @Override
  public double now() {
    return 0;
  }

  @Override
  public void close() {
    // Nothing was opened.
  }
}
