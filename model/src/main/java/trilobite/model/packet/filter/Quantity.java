// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

/// A number that is computed from a packet.
@FunctionalInterface
interface Quantity {

  /// Of a packet that has no such byte, or by which was divided by nothing.
  long ABSENT = Long.MIN_VALUE;

  long of(Candidate candidate);

  @FunctionalInterface
  interface Operation {
    long apply(long left, long right);
  }

  default Quantity with(Quantity other, Operation operation) {
    return candidate -> {
      long left = of(candidate);
      long right = other.of(candidate);
      return left == ABSENT || right == ABSENT ? ABSENT : operation.apply(left, right);
    };
  }
}
