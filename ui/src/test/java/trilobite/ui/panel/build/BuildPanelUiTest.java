// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.BuildEvent;
import trilobite.ui.panel.Session.BuildView;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
class BuildPanelUiTest {
  private final FakeDesk desk = new FakeDesk();
  private final BuildPanel panel = new BuildPanel();
  private Stage stage;

  @BeforeEach
  void open() {
    stage =
        OnFx.get(
            () -> {
              var made = new Stage();
              var scene = new Scene((Parent) panel.open(desk), 780, 260);
              Theme.DARK.apply(scene, 1);
              made.setScene(scene);
              made.show();
              return made;
            });
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.close();
        });
  }

  private Button button(String text) {
    return stage.getScene().getRoot().lookupAll(".button").stream()
        .map(Button.class::cast)
        .filter(b -> b.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void offersABuildWhereNoneWas() {
    OnFx.run(() -> button("Build").fire());
    assertThat(desk.session().asked()).containsExactly("startBuild");
  }

  @Test
  void showsProgressAndCancels() {
    OnFx.run(
        () -> {
          desk.session().tell(new BuildEvent.Started(List.of("make", "-j2"), Path.of("/p")));
          desk.session().tell(new BuildEvent.Output("[7/12] CC src/http.c\n"));
          desk.session().build().set(new BuildView(true, 7, 12, "CC src/http.c", Optional.empty()));
        });
    var detail = (Label) stage.getScene().lookup(".build-detail");
    assertThat(OnFx.get(detail::getText)).isEqualTo("7 of 12");
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.getScene(), 1));
      Snapshot.take("build-running", theme, stage.getScene());
    }
    OnFx.run(() -> button("Cancel").fire());
    assertThat(desk.session().asked()).containsExactly("cancelBuild");
  }
}
