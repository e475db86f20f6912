// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.model.time.HostClock;
import trilobite.runner.kernel.Program;
import trilobite.runner.profile.Profile;
import trilobite.runner.sockets.SocketTables;
import trilobite.runner.sockets.StackPlan;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.Waiters;
import trilobite.runner.value.PathException;

/// A guest's sockets: the network stack's profile with the kernel's, symbols and types, and the
/// host's side of its forwards.
final class SocketsSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.LISTENERS, Views.SOCKETS, Views.NETWORK_COUNTERS);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var profile = scene.profile();
    var layout =
        profile
            .stack()
            .orElseThrow(
                () ->
                    scene.none(
                        "sockets",
                        "no network stack that a profile knows is in "
                            + scene.view().symbolsFrom()
                            + "; packets show its connections"));
    var program = scene.program();
    try {
      show(scene, StackPlan.of(program, profile, layout), waiters(scene, program, profile));
    } catch (PathException e) {
      throw new IOException(
          "the profile %s does not fit %s: %s"
              .formatted(layout.name(), scene.view().symbolsFrom(), e.getMessage()),
          e);
    }
  }

  private static void show(Scene scene, StackPlan plan, Optional<Waiters> waiters) {
    var session = scene.session();
    var table =
        SocketTables.of(
            plan,
            scene.source(),
            waiters,
            session,
            HostClock::nanos,
            new SeenPackets(scene.eyes(), scene.network()::between, HostClock::nanos));
    var detail =
        plan.start()
            + " in "
            + scene.view().ram().place()
            + ", symbols and types from "
            + scene.view().symbolsFrom()
            + absent(plan);
    look(scene, Views.LISTENERS, table::listeners, detail);
    look(scene, Views.SOCKETS, table::sockets, detail);
    if (plan.countsNothing()) {
      scene.blind(
          Views.NETWORK_COUNTERS, plan.title() + " is built without statistics in this guest");
    } else {
      look(scene, Views.NETWORK_COUNTERS, table::counters, plan.title() + "'s own statistics");
    }
  }

  @FunctionalInterface
  private interface Rows<R extends Record> {
    Listing<R> read() throws IOException;
  }

  private static <R extends Record> void look(
      Scene scene, View<R> view, Rows<R> rows, String detail) {
    scene.show(view, () -> Look.Seen.of(rows.read(), Source.Kind.GUEST_MEMORY, detail));
  }

  private static String absent(StackPlan plan) {
    return plan.absent().isEmpty() ? "" : "; this build has " + String.join(", ", plan.absent());
  }

  /// A kernel whose threads are not known still has sockets.
  private static Optional<Waiters> waiters(Scene scene, Program program, Profile profile) {
    try {
      return profile.threads().isPresent()
          ? Optional.of(
              new Waiters(ThreadPlan.of(program, profile, profile.threads().get()), scene.source()))
          : Optional.empty();
    } catch (PathException e) {
      return Optional.empty();
    }
  }
}
