// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import java.nio.file.Path;
import trilobite.runner.live.Launcher;
import trilobite.runner.live.ObserverFactory;

/// Guests in folders of a test's own, for tests of other packages.
public final class TestPlaces {

  private TestPlaces() {}

  /// Where those guests have their folders.
  public static Places places(Path home, Path shm) {
    return new Workshop(home, shm).places();
  }

  /// @param observers who watches them
  public static LocalGuests guests(Path home, Path shm, ObserverFactory observers) {
    return new Workshop(home, shm).guests(new FakeProjects(), new Launcher(observers));
  }
}
