// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
class ProblemsUiTest {
  private final FakeDesk desk = new FakeDesk();
  private final ProblemsPanel panel = new ProblemsPanel();

  private static List<Diagnostic> some() {
    var folder = Samples.FOLDER.toString();
    return List.of(
        ProblemsModelTest.problem(
            Severity.ERROR,
            folder + "/src/http.c",
            78,
            "'MAX_WEIGHT' undeclared (first use in this function)",
            "each undeclared identifier is reported only once"),
        ProblemsModelTest.problem(
            Severity.ERROR, folder + "/src/http.c", 83, "too few arguments to function 'respond'"),
        ProblemsModelTest.problem(
            Severity.WARNING,
            folder + "/src/http.c",
            76,
            "comparison of 'int' and 'size_t' [-Wsign-compare]"));
  }

  private Parent node() {
    return (Parent) panel.open(desk);
  }

  @Test
  void looksRightEmptyAndFull() {
    Snapshot.both("problems-empty", 780, 240, this::node);
    OnFx.run(() -> desk.session().problems().setAll(some()));
    Snapshot.both("problems", 780, 240, this::node);
  }

  @Test
  void countsOnItsTab() {
    OnFx.run(() -> panel.announce(desk));
    OnFx.run(() -> desk.session().problems().setAll(some()));
    assertThat(panel.badge().get()).isEqualTo("3");
    OnFx.run(() -> desk.session().problems().clear());
    assertThat(panel.badge().get()).isEmpty();
  }

  @Test
  void opensTheChosenProblemByKeyboard() {
    OnFx.run(() -> desk.session().problems().setAll(some()));
    var stage =
        OnFx.get(
            () -> {
              var made = new Stage();
              var scene = new Scene(node(), 780, 240);
              Theme.DARK.apply(scene, 1);
              made.setScene(scene);
              made.show();
              panel.focus();
              return made;
            });
    var robot = new FxRobot();
    robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.ENTER);
    OnFx.await("opened", () -> !desk.session().asked().isEmpty());
    assertThat(desk.session().asked().getFirst())
        .startsWith("openFile ")
        .containsPattern("http\\.c:\\d+:9$");
    OnFx.run(stage::close);
  }
}
