// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.List;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.threads.ThreadPlan;
import trilobite.runner.threads.ThreadTable;
import trilobite.runner.value.PathException;

/// A guest's threads: profile, symbols and types together.
final class ThreadsSubject implements Subject {

  @Override
  public List<View<?>> views() {
    return List.of(Views.THREADS);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var profile = scene.profile();
    var layout =
        profile
            .threads()
            .orElseThrow(
                () ->
                    scene.none(
                        "threads", "the profile " + profile.name() + " knows of no threads"));
    var program = scene.program();
    try {
      var plan = ThreadPlan.of(program, profile, layout);
      var table = new ThreadTable(plan, scene.source(), scene::paused);
      var detail = table.start() + " in ram, symbols and types from " + scene.view().symbolsFrom();
      scene.show(Views.THREADS, () -> Look.Seen.of(table.read(), Source.Kind.GUEST_MEMORY, detail));
    } catch (PathException e) {
      throw scene.misfit(e);
    }
  }
}
