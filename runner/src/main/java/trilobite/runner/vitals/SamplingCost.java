// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

/// What watching a guest has cost the host so far.
///
/// @param samples how often a sampler was asked
/// @param nanos host time that all of them took
record SamplingCost(long samples, long nanos) {

  static final SamplingCost NONE = new SamplingCost(0, 0);

  SamplingCost and(long more) {
    return new SamplingCost(samples + 1, nanos + more);
  }

  @Override
  public String toString() {
    return "%d µs in %d samples".formatted(nanos / 1000, samples);
  }
}
