// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

/// Addresses from `begin` to before `end`, which an allocator manages.
public record Range(long begin, long end) {

  boolean holds(long address, long bytes) {
    return Long.compareUnsigned(address, begin) >= 0
        && Long.compareUnsigned(address, end) < 0
        && bytes >= 0
        && bytes <= end - address;
  }
}
