// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

/// Addresses, without a box around each: a list of a thousand is walked twice in a reading.
final class AddressSet {

  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  // Zero marks a free slot, so that address is kept apart.
  private long[] slots = new long[256];
  private int size;
  private boolean zero;

  /// False where it was there already.
  boolean add(long address) {
    if (address == 0) {
      var fresh = !zero;
      zero = true;
      return fresh;
    }
    if (size * 2 >= slots.length) {
      grow();
    }
    return put(address);
  }

  private boolean put(long address) {
    var mask = slots.length - 1;
    var at = (int) ((address * SPREAD) >>> 32) & mask;
    while (slots[at] != 0) {
      if (slots[at] == address) {
        return false;
      }
      at = (at + 1) & mask;
    }
    slots[at] = address;
    size++;
    return true;
  }

  private void grow() {
    var old = slots;
    slots = new long[old.length * 2];
    size = 0;
    for (var address : old) {
      if (address != 0) {
        put(address);
      }
    }
  }
}
