// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import trilobite.runner.threads.Waiters.Waiter;
import trilobite.runner.walk.Snapshot;

/// Which thread has a socket open. Of several that do the first in the kernel's list is told, which
/// is the oldest process and its first thread. What changes while it is read may be missed, never
/// made up: a file must say that it is a socket, and the socket must lead back to it.
final class Owners {

  private static final int PIECE = 512;
  private static final int MOST_ONE = 1 << 16;
  private static final int MOST_ALL = 200_000;
  private static final long MOST_NANOS = 100_000_000;

  private final FilesPlan plan;
  private final Snapshot.Source source;
  private final long deadline;
  private final Map<Long, Waiter> owners = new HashMap<>();
  private int left = MOST_ALL;

  private Owners(FilesPlan plan, Snapshot.Source source) {
    this.plan = plan;
    this.source = source;
    this.deadline = source.nanos().getAsLong() + MOST_NANOS;
  }

  /// Threads by the address of the network stack's record. Ends in time, whatever stands there.
  static Map<Long, Waiter> of(FilesPlan plan, List<Waiter> threads, Snapshot.Source source) {
    var owners = new Owners(plan, source);
    var seen = new HashSet<Long>();
    for (var thread : threads) {
      try {
        if (seen.add(plan.shared().read(source.memory(), thread.address()))) {
          owners.read(thread);
        }
      } catch (IOException e) {
        // It ended meanwhile, or its table is damaged; the others are of use.
      }
    }
    return Map.copyOf(owners.owners);
  }

  private boolean room() {
    return left > 0 && source.nanos().getAsLong() - deadline < 0;
  }

  private void read(Waiter thread) throws IOException {
    var memory = source.memory();
    long array = plan.array().read(memory, thread.address());
    long count = Math.clamp(plan.count().read(memory, thread.address()), 0, MOST_ONE);
    for (long from = 0; array != 0 && from < count && room(); from += PIECE) {
      int length = (int) Math.min(PIECE, count - from);
      left -= length;
      var files = memory.read(array + from * Long.BYTES, length * Long.BYTES);
      for (int i = 0; i < length; i++) {
        long file = files.getLong(i * Long.BYTES);
        if (file != 0) {
          file(thread, file);
        }
      }
    }
  }

  private void file(Waiter thread, long file) {
    try {
      plan.socket(source.memory(), file).ifPresent(record -> owners.putIfAbsent(record, thread));
    } catch (IOException e) {
      // It was closed meanwhile.
    }
  }
}
