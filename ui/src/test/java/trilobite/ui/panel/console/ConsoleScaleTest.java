// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.testing.Clipped;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The console at every size of its text, in the room that a window of 1600 px leaves it.
@Tag("ui")
final class ConsoleScaleTest {

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1, 1.25, 1.5, 1.75, 2})
  void nothingIsCut(double scale) {
    for (int width : new int[] {700, 912}) {
      var desk = new FakeDesk();
      var panel = new ConsolePanel(FileChoice.NATIVE, ZoneOffset.UTC);
      var scene =
          OnFx.get(
              () -> {
                var guest = ConsolePicturesTest.talking(18, RunState.RUNNING);
                guest.end(Verdict.CRASHED, "page fault");
                desk.session().live(guest);
                var made = new Scene((Parent) panel.open(desk), width, 400);
                Theme.DARK.apply(made, scale);
                return made;
              });
      var view = (ConsoleView) scene.getRoot();
      OnFx.await("the feed to be read", view::settled);
      OnFx.run(view::refresh);
      Snapshot.take("console-scale-" + (int) (scale * 100) + "-" + width, Theme.DARK, scene);
      assertThat(OnFx.get(() -> Clipped.in(view))).as("at %s in %s px", scale, width).isEmpty();
      OnFx.run(panel::close);
    }
  }
}
