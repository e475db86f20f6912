// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.util.function.Supplier;
import trilobite.model.time.HostClock;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.live.Observer;
import trilobite.runner.live.ObserverFactory;
import trilobite.runner.live.Session;
import trilobite.runner.profile.Profiles;

/// Starts watching runs: vitals twice a second, heap through the profile that fits.
public final class RunObservers implements ObserverFactory {

  private static final double PERIOD_MILLIS = 500;

  private final Supplier<Profiles> profiles;
  private final GuestTypes types;
  private final Chronicle chronicle;

  /// @param profiles asked on a thread of the observer's
  public RunObservers(Supplier<Profiles> profiles, GuestTypes types, Chronicle chronicle) {
    this.profiles = profiles;
    this.types = types;
    this.chronicle = chronicle;
  }

  @Override
  public Observer observe(Session session) {
    var time = new RunTime(session.clock(), HostClock::nanos);
    var observer = new RunObserver(session, time, PERIOD_MILLIS, chronicle);
    observer.start(profiles, types);
    return observer;
  }
}
