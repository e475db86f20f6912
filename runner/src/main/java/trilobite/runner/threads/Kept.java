// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is known of things that come and go, reading after reading: what one reading does not see
/// is forgotten when the next begins. Where all are there again, as mostly, nothing is built anew.
/// One thread at a time.
final class Kept<K, V> {

  private final Map<K, Slot<V>> slots = new HashMap<>();
  private int reading;
  private int seen;

  private static final class Slot<V> {
    private V value;
    private int reading = -1;

    Slot(V value) {
      this.value = value;
    }
  }

  /// Begins a reading.
  void begin() {
    if (seen < slots.size()) {
      slots.values().removeIf(slot -> slot.reading != reading);
    }
    reading++;
    seen = 0;
  }

  /// What is known of a thing, which this reading has now seen; null for a new one.
  @Nullable V see(K key) {
    var slot = slots.get(key);
    if (slot == null) {
      return null;
    }
    mark(slot);
    return slot.value;
  }

  /// From now on this is known of a thing.
  void put(K key, V value) {
    var slot = slots.computeIfAbsent(key, _ -> new Slot<>(value));
    slot.value = value;
    mark(slot);
  }

  private void mark(Slot<V> slot) {
    if (slot.reading != reading) {
      slot.reading = reading;
      seen++;
    }
  }
}
