// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.nio.file.Path;
import trilobite.model.run.RunState;
import trilobite.model.time.HostClock;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.kernel.Program;
import trilobite.runner.kernel.WantedTypes;
import trilobite.runner.live.Session;
import trilobite.runner.profile.Profile;
import trilobite.runner.profile.ThreadLayout;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// Finds a guest's threads: profile, symbols and types together.
public final class ThreadsOpening {

  private ThreadsOpening() {}

  /// Blocks while gdb reads the types of a build that was not seen before.
  ///
  /// @throws IOException where there is nothing to find them by; says what is missing
  public static ThreadTable open(GuestView view, Session session, GuestTypes types)
      throws IOException {
    if (view.known().isEmpty()) {
      throw new IOException(view.why());
    }
    var known = view.known().get();
    var profile = known.profile();
    var layout = profile.threads();
    if (layout.isEmpty()) {
      throw new IOException("the profile " + profile.name() + " knows of no threads");
    }
    var image = session.image().orElse(known.symbols().file());
    var files = session.symbols().stream().map(named -> Path.of(named.file())).toList();
    var found = types.of(image, files, WantedTypes.of(profile));
    var plan = plan(Program.of(known.symbols(), found), profile, layout.get());
    return new ThreadTable(
        plan,
        new Snapshot.Source(view.kernel(), HostClock::nanos),
        () -> session.status().state() == RunState.PAUSED);
  }

  private static ThreadPlan plan(Program program, Profile profile, ThreadLayout layout)
      throws IOException {
    try {
      return ThreadPlan.of(program, profile, layout);
    } catch (PathException e) {
      throw new IOException(
          "the profile %s does not fit %s: %s"
              .formatted(profile.name(), program.file(), e.getMessage()),
          e);
    }
  }
}
