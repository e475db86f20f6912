// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.OptionalLong;

/// How long threads have waited, and how long what they wait for has been held: by the kernel's own
/// stamps where it keeps some, else since a reading first saw it so, which is at least. Time in
/// which the guest stands still does not count.
final class WaitTimes {

  private final Kept<CpuShares.Key, Wait> waits = new Kept<>();
  private final Kept<Hold, Long> holds = new Kept<>();
  private OptionalLong guest = OptionalLong.empty();
  private boolean still;
  private long last;
  private long lived;

  private record Hold(long thing, long owner) {}

  private static final class Wait {
    private final long thing;
    private final long since;

    /// How long it was when it was seen last; empty until a clock told.
    private OptionalLong nanos = OptionalLong.empty();

    Wait(long thing, long since) {
      this.thing = thing;
      this.since = since;
    }
  }

  /// Begins a reading; what the one before did not see is forgotten.
  ///
  /// @param now host time
  /// @param guestNow the guest's clock; empty where it is not known
  void begin(long now, OptionalLong guestNow, boolean paused) {
    lived += paused || last == 0 ? 0 : Math.max(0, now - last);
    last = now;
    guest = guestNow;
    still = paused;
    waits.begin();
    holds.begin();
  }

  /// Nanoseconds that a thread has waited for what it waits for now; empty where no clock tells.
  OptionalLong waited(Sight thread) {
    if (thread.waiting().isEmpty() || thread.waiting().get().thing() == 0) {
      return OptionalLong.empty();
    }
    var on = thread.waiting().get();
    var key = new CpuShares.Key(thread.address(), thread.id());
    var wait = waits.see(key);
    if (wait == null || wait.thing != on.thing()) {
      wait = new Wait(on.thing(), lived);
      waits.put(key, wait);
    }
    if (on.since() == 0) {
      wait.nanos = OptionalLong.of(lived - wait.since);
    } else if (guest.isPresent() && !(still && wait.nanos.isPresent())) {
      wait.nanos = OptionalLong.of(Math.max(0, guest.getAsLong() - on.since()));
    }
    return wait.nanos;
  }

  /// Nanoseconds that the holder of what it waits for has held that, at least.
  OptionalLong held(Sight thread) {
    if (thread.waiting().isEmpty() || thread.waiting().get().owner() == 0) {
      return OptionalLong.empty();
    }
    var hold = new Hold(thread.waiting().get().thing(), thread.waiting().get().owner());
    var since = holds.see(hold);
    if (since == null) {
      holds.put(hold, lived);
      return OptionalLong.of(0);
    }
    return OptionalLong.of(lived - since);
  }
}
