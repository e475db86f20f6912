// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

/// What a packet must be.
@FunctionalInterface
interface Condition {

  boolean holds(Candidate candidate);

  default Condition and(Condition other) {
    return candidate -> holds(candidate) && other.holds(candidate);
  }

  default Condition or(Condition other) {
    return candidate -> holds(candidate) || other.holds(candidate);
  }

  default Condition not() {
    return candidate -> !holds(candidate);
  }
}
