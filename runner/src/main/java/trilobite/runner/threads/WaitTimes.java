// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;

/// How long threads have waited, and how long what they wait for has been held: by the kernel's own
/// stamps where it keeps some, else since a reading first saw it so, which is at least. Time in
/// which the guest stands still does not count.
final class WaitTimes {

  private Map<CpuShares.Key, Wait> waits = new HashMap<>();
  private Map<CpuShares.Key, Wait> nextWaits = new HashMap<>();
  private Map<Hold, Long> holds = new HashMap<>();
  private Map<Hold, Long> nextHolds = new HashMap<>();
  private OptionalLong guest = OptionalLong.empty();
  private long last;
  private long lived;

  private record Hold(long thing, long owner) {}

  /// @param nanos how long it was when it was seen last
  private record Wait(long thing, long since, long nanos) {}

  /// Begins a reading; what the one before did not see is forgotten.
  ///
  /// @param now host time
  /// @param guestNow the guest's clock; empty where it is not known
  void begin(long now, OptionalLong guestNow, boolean paused) {
    lived += paused || last == 0 ? 0 : Math.max(0, now - last);
    last = now;
    guest = guestNow;
    waits = nextWaits;
    nextWaits = new HashMap<>();
    holds = nextHolds;
    nextHolds = new HashMap<>();
  }

  /// Nanoseconds that a thread has waited for what it waits for now.
  OptionalLong waited(Sight thread) {
    if (thread.waiting().isEmpty() || thread.waiting().get().thing() == 0) {
      return OptionalLong.empty();
    }
    var on = thread.waiting().get();
    var key = new CpuShares.Key(thread.address(), thread.id());
    var before = waits.get(key);
    long since = before != null && before.thing == on.thing() ? before.since : lived;
    long nanos = lived - since;
    if (on.since() != 0) {
      nanos =
          guest.isPresent()
              ? Math.max(0, guest.getAsLong() - on.since())
              : before != null && before.thing == on.thing() ? before.nanos : nanos;
    }
    nextWaits.put(key, new Wait(on.thing(), since, nanos));
    return OptionalLong.of(nanos);
  }

  /// Nanoseconds that the holder of what it waits for has held that, at least.
  OptionalLong held(Sight thread) {
    if (thread.waiting().isEmpty() || thread.waiting().get().owner() == 0) {
      return OptionalLong.empty();
    }
    var hold = new Hold(thread.waiting().get().thing(), thread.waiting().get().owner());
    long since = nextHolds.computeIfAbsent(hold, each -> holds.getOrDefault(each, lived));
    return OptionalLong.of(lived - since);
  }
}
