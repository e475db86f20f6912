// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.run.RunState;
import trilobite.ui.testing.Clipped;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The column at every size of its text; its width grows with it, as the window's layout does.
@Tag("ui")
final class VitalsScaleTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1, 1.25, 1.5, 1.75, 2})
  void nothingIsCut(double scale) {
    for (int width : new int[] {140, 400}) {
      var desk = new FakeDesk();
      var guest = new FakeGuest(19, RunState.RUNNING);
      SampleRun.fill(guest.vitals(), 55_000);
      OnFx.run(() -> desk.session().live(guest));
      OnFx.run(() -> desk.session().cursor().set(OptionalDouble.of(39_500)));
      var view = OnFx.get(() -> new VitalsView(desk, (_, _, _) -> Optional.empty()));
      var scene =
          OnFx.get(
              () -> {
                var made = new Scene(view, width * scale, 930);
                Theme.DARK.apply(made, scale);
                made.snapshot(null);
                return made;
              });
      // The first gives the parts their sizes, the second draws at them.
      OnFx.run(view::refresh);
      OnFx.run(() -> scene.snapshot(null));
      OnFx.run(view::refresh);
      Snapshot.take("vitals-scale-" + (int) (scale * 100) + "-" + width, Theme.DARK, scene);
      assertThat(OnFx.get(() -> Clipped.in(view))).as("at %s in %s px", scale, width).isEmpty();
      for (var plot : OnFx.get(() -> view.lookupAll(".graph-full .plot"))) {
        assertThat(plot.getLayoutBounds().getHeight())
            .as("a plot at %s", scale)
            .isGreaterThanOrEqualTo(59 * scale);
      }
      OnFx.run(view::close);
    }
  }
}
