// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.model.run.RunState;
import trilobite.runner.live.Session;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.stack.CoreUnwinding;
import trilobite.runner.stack.Machine;
import trilobite.runner.stack.Stacks;
import trilobite.runner.stack.TableUnwinding;
import trilobite.runner.threads.Contexts;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.unwind.OrcTable;
import trilobite.runner.value.PathException;

/// The stacks of a guest's threads.
final class StacksSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.FRAMES);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var stacks = stacks(scene);
    var detail =
        "stacks in %s, unwound by %s"
            .formatted(
                scene.view().ram().place(),
                stacks.unwinding() instanceof TableUnwinding
                    ? "the kernel's own tables"
                    : "gdb with " + scene.view().symbolsFrom());
    scene.show(Views.FRAMES, () -> Look.Seen.of(stacks.all(), Source.Kind.GUEST_MEMORY, detail));
  }

  /// @throws IOException where the guest's threads are not known, or not where they go on
  static Stacks stacks(Scene scene) throws IOException {
    var profile = scene.profile();
    var layout =
        profile
            .threads()
            .orElseThrow(
                () ->
                    scene.none(
                        "threads", "the profile " + profile.name() + " knows of no threads"));
    if (layout.saved().isEmpty()) {
      throw scene.none(
          "stacks",
          "the profile %s does not say where its threads' registers are saved"
              .formatted(profile.name()));
    }
    try {
      var plan = ThreadPlan.of(scene.program(), profile, layout);
      if (layout.unwind().isPresent() && plan.tables().isEmpty()) {
        // Says which of them is missing.
        OrcTable.of(scene.program(), layout.unwind().get());
      }
      return new Stacks(
          new Contexts(plan, scene.source()),
          new Vcpus(scene.session()),
          plan.tables().isPresent()
              ? new TableUnwinding(
                  plan.tables().get(), scene.source().memory(), scene.program().code())
              : new CoreUnwinding(
                  new Sight(scene.view()), scene::unwind, scene.session().runFolder()));
    } catch (PathException e) {
      throw scene.misfit(e);
    }
  }

  private record Sight(GuestView view) implements CoreUnwinding.Memories {
    @Override
    public GuestRam ram() {
      return view.ram();
    }

    @Override
    public PageMap tables() throws IOException {
      return view.tables();
    }
  }

  private record Vcpus(Session session) implements Machine {
    @Override
    public String registers() throws IOException {
      return session.qmp().human("info registers -a");
    }

    @Override
    public boolean running() {
      var state = session.status().state();
      return (state == RunState.RUNNING || state == RunState.BOOTING) && goesOn();
    }

    /// A guest that has just crashed stands still before the run's state says so.
    private boolean goesOn() {
      try {
        return session.qmp().execute("query-status").path("running").asBoolean(true);
      } catch (IOException e) {
        return true;
      }
    }

    @Override
    public void stop() throws IOException {
      session.qmp().execute("stop");
    }

    @Override
    public void go() throws IOException {
      session.qmp().execute("cont");
    }
  }
}
