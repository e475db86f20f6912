// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

import java.util.Arrays;

/// The newest samples of a timeline, each of them. Memory is taken as it is needed and the oldest
/// chunks are let go; a reader that still holds one may finish with it.
final class FullRate {

  private static final int MOST_CHUNKS = 256;

  private final double keepMillis;
  private volatile Chunk[] chunks = {new Chunk()};

  FullRate(double keepMillis) {
    this.keepMillis = keepMillis;
  }

  void add(double t, double value) {
    var held = chunks;
    var last = held[held.length - 1];
    if (!last.full()) {
      last.add(t, value);
      return;
    }
    var next = new Chunk();
    next.add(t, value);
    var grown = Arrays.copyOfRange(held, expired(held, t), held.length + 1);
    grown[grown.length - 1] = next;
    chunks = grown;
  }

  /// True where the next sample begins a new chunk.
  boolean turnsPage() {
    var held = chunks;
    return held[held.length - 1].full();
  }

  /// Time of the newest sample that is let go when one is added at `now`; minus infinity for none.
  double forgets(double now) {
    var held = chunks;
    var drop = turnsPage() ? expired(held, now) : 0;
    return drop == 0 ? Double.NEGATIVE_INFINITY : held[drop - 1].times[Chunk.CAPACITY - 1];
  }

  private int expired(Chunk[] held, double now) {
    var drop = held.length < MOST_CHUNKS ? 0 : 1;
    while (drop < held.length && held[drop].times[Chunk.CAPACITY - 1] < now - keepMillis) {
      drop++;
    }
    return drop;
  }

  /// What is held at this moment; later changes do not show in it, but for new samples at its end.
  Chunk[] snapshot() {
    return chunks;
  }

  /// Time of the oldest sample in a snapshot; infinite where there is none.
  static double start(Chunk[] snapshot) {
    return snapshot[0].size() == 0 ? Double.POSITIVE_INFINITY : snapshot[0].times[0];
  }

  /// Hands over the samples from `from` to `to`, both included.
  static boolean walk(Chunk[] snapshot, double from, double to, Walker walker) {
    for (var c = firstChunk(snapshot, from); c < snapshot.length; c++) {
      var chunk = snapshot[c];
      var size = chunk.size();
      var low = chunk.firstAtOrAfter(from, size);
      var high = chunk.firstAtOrAfter(Math.nextUp(to), size);
      if (!walker.all(chunk.times, chunk.values, low, high)) {
        return false;
      }
      if (high < size) {
        return true;
      }
    }
    return true;
  }

  private static int firstChunk(Chunk[] snapshot, double from) {
    var low = 0;
    var high = snapshot.length - 1;
    while (low < high) {
      var middle = (low + high) >>> 1;
      // Only the last chunk may be partly filled, and `middle` never is the last.
      if (snapshot[middle].times[Chunk.CAPACITY - 1] < from) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
