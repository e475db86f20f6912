// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.port.Load.Figures;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The load control by mouse and keyboard.
@Tag("ui")
final class LoadUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private LoadView view;
  private Stage stage;

  @BeforeEach
  void open() {
    OnFx.run(
        () -> {
          desk.session().live(guest);
          view = new LoadView(desk);
          var scene = new Scene(view, 800, 240);
          Theme.DARK.apply(scene, 1);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  private void type(String id, String text) {
    OnFx.run(() -> ((TextField) view.lookup(id)).setText(text));
  }

  private String text(String id) {
    return OnFx.get(() -> ((Label) view.lookup(id)).getText());
  }

  @Test
  void startsChangesTheRateAndStops() {
    type("#load-path", "/tides");
    type("#load-rate", "50");
    robot.clickOn("#load-start");
    type("#load-rate", "200");
    OnFx.run(() -> ((Slider) view.lookup("#load-slider")).setValue(1));
    robot.clickOn("#load-start");
    assertThat(desk.workbench().load().asked())
        .containsExactly(
            "start http://127.0.0.1:8080/tides at 50.0", "rate 200.0", "rate 20000.0", "stop");
  }

  @Test
  void enterStartsAndAfterANewRateStopsNothing() {
    robot.clickOn("#load-rate").push(KeyCode.CONTROL, KeyCode.A).write("5\n");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("7\n");
    assertThat(desk.workbench().load().asked())
        .containsExactly("start http://127.0.0.1:8080/ at 5.0", "rate 7.0");
  }

  @Test
  void fieldsThatCannotWorkStartNothing() {
    type("#load-rate", "fast");
    robot.clickOn("#load-start");
    assertThat(desk.workbench().load().asked()).isEmpty();
    assertThat(OnFx.get(() -> view.lookup("#load-rate").getStyleClass())).contains("tri-bad-field");
    assertThat(OnFx.get(this::words)).contains("a number from 1 to 20,000");
    type("#load-rate", "200");
    type("#load-connections", "0");
    assertThat(OnFx.get(this::words)).isEqualTo("There are 1 to 256 connections.");
    type("#load-connections", "8");
    type("#load-path", "/a b");
    assertThat(OnFx.get(this::words)).contains("write %20 for a space");
    type("#load-path", "/");
    assertThat(OnFx.get(this::words)).isEmpty();
  }

  @Test
  void figuresAndTheHonestWord() {
    robot.clickOn("#load-start");
    OnFx.await("a first look", () -> !text("#load-sent").isEmpty());
    desk.workbench().load().figures(new Figures(4_120, 4_000, 0, 900, 0.61, 12.4));
    OnFx.await("late requests", () -> words().contains("could not be sent in time"));
    assertThat(text("#load-99within")).isEqualTo("12 ms");
    robot.clickOn("#load-start");
    assertThat(text("#load-sent")).as("what has stopped sends nothing").isEqualTo("–");
    assertThat(text("#load-99within")).isEqualTo("12 ms");
  }

  private String words() {
    return ((Label) view.lookup(".load-words")).getText();
  }

  @Test
  void endsWithTheGuest() {
    robot.clickOn("#load-start");
    OnFx.run(
        () -> {
          guest.end(Verdict.CRASHED, "page fault");
          desk.session().live(guest);
        });
    assertThat(desk.workbench().load().asked()).endsWith("stop");
    assertThat(OnFx.get(() -> view.lookup(".tri-hint"))).isNotNull();
  }

  @Test
  void thePaletteStartsAndStopsIt() {
    var command = desk.commands().find("load.toggle").orElseThrow();
    OnFx.run(command.run());
    assertThat(OnFx.get(() -> ((Button) view.lookup("#load-start")).getText()))
        .isEqualTo("Stop load");
    OnFx.run(command.run());
    assertThat(desk.workbench().load().asked()).hasSize(2);
  }

  @Test
  void pictures() {
    Snapshot.both("load-idle", 912, 240, () -> idle());
    Snapshot.both("load-no-guest", 912, 240, () -> new LoadView(new FakeDesk()));
  }

  private LoadView idle() {
    var idle = new FakeDesk();
    idle.session().live(guest);
    return new LoadView(idle);
  }

  @Test
  void pictureUnderLoad() {
    Snapshot.both(
        "load-running",
        912,
        240,
        () -> {
          var shown = idle();
          ((LoadForm) Objects.requireNonNull(shown.lookup(".load-form"))).running(true);
          shown.show(
              new LoadModel.Now(498, 341, 12, 157, 8),
              new Figures(18_240, 15_020, 31, 3_180, 0.61, 41.2));
          return shown;
        });
  }
}
