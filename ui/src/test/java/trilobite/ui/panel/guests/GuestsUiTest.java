// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.port.AttachRequest;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vital;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The guests that run, by mouse and keyboard, and their states as pictures.
@Tag("ui")
final class GuestsUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FxRobot robot = new FxRobot();
  private Optional<GuestsView> view = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  private FakeGuest guest(long id, RunState state, int load) {
    var guest = desk.workbench().guests().add(new FakeGuest(id, state));
    for (int i = 0; i <= 60; i++) {
      double wave = 1 + Math.sin((i + 7.0 * id) / 6);
      guest
          .vitals()
          .add(Vital.CPU, i * 1_000, load * wave / 2)
          .add(Vital.MEMORY_TOUCHED, i * 1_000, (2 << 20) + i * 4096.0 * id)
          .add(Vital.NET_RX_BYTES, i * 1_000, i * 90_000.0 + 60_000 * wave)
          .add(Vital.NET_TX_BYTES, i * 1_000, i * 20_000.0);
    }
    return guest;
  }

  private void fill() {
    guest(12, RunState.RUNNING, 90);
    guest(13, RunState.PAUSED, 10);
    desk.workbench().elsewhere().add(GuestsModelTest.other(4711, Optional.empty()));
  }

  private void open() {
    OnFx.run(
        () -> {
          var made = new GuestsView(desk);
          view = Optional.of(made);
          var scene = new Scene(made, 260, 420);
          Theme.DARK.apply(scene, 1);
          var shown = new Stage();
          shown.setScene(scene);
          shown.show();
          stage = Optional.of(shown);
        });
  }

  private void openFilled() {
    fill();
    open();
    OnFx.await("rows", () -> list().getItems().size() == 3);
    OnFx.painted();
    OnFx.run(() -> view.orElseThrow().focusList());
    OnFx.await("the focus", () -> list().isFocused() && stage.orElseThrow().isFocused());
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.ifPresent(open -> open.shown(false));
          stage.ifPresent(Stage::close);
        });
  }

  @SuppressWarnings("unchecked")
  private ListView<GuestEntry> list() {
    var found = view.orElseThrow().lookup(".list-view");
    return found == null ? new ListView<>() : (ListView<GuestEntry>) found;
  }

  @Test
  void enterOpensAGuestLikeARun() {
    openFilled();
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    OnFx.await("guest 13", () -> desk.session().asked().equals(java.util.List.of("watch #13")));
  }

  @Test
  void anotherProgramsGuestIsAttachedToByEnterAndOpened() {
    openFilled();
    robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
    OnFx.await("attached", () -> desk.session().asked().equals(java.util.List.of("watch #77")));
    assertThat(desk.workbench().elsewhere().requests())
        .singleElement()
        .satisfies(asked -> assertThat(asked.which()).isEqualTo(new AttachRequest.OfProcess(4711)));
  }

  @Test
  void thePaletteLeadsToTheFormBeforeThePanelWasEverOpen() {
    var panel = new GuestsPanel();
    panel.announce(desk);
    OnFx.run(
        () ->
            desk.commands().all().stream()
                .filter(command -> command.id().equals("guest.attach"))
                .forEach(command -> command.run().run()));
    assertThat(desk.revealed()).containsExactly("guests attach");
    OnFx.run(
        () -> {
          var node = (Parent) panel.open(desk);
          panel.seek("attach");
          panel.seek("attach");
          Theme.DARK.apply(new Scene(node, 260, 420), 1);
          node.applyCss();
          node.layout();
          assertThat(node.lookupAll("#attach-which")).hasSize(1);
          panel.close();
        });
  }

  @Test
  void theFormSaysWhyItDidNotWorkAndKeepsWhatWasTyped() {
    openFilled();
    desk.workbench().elsewhere().refuse("There is no process 99.");
    OnFx.run(() -> robot.lookup("#guests-attach").queryButton().fire());
    OnFx.await("the form", () -> robot.lookup("#attach-which").tryQuery().isPresent());
    robot.push(KeyCode.ENTER);
    OnFx.await(
        "its word",
        () ->
            robot
                .lookup(
                    "Give the number of a process, the whole path of a QMP socket, or the name of a"
                        + " libvirt domain.")
                .tryQuery()
                .isPresent());
    robot.write("99").push(KeyCode.ENTER);
    OnFx.await("the refusal", () -> robot.lookup("There is no process 99.").tryQuery().isPresent());
    robot.push(KeyCode.ESCAPE);
    OnFx.await("no form", () -> robot.lookup("#attach-which").tryQuery().isEmpty());
  }

  @Test
  void theListKeepsAPlaceBesideTheFormInALowPanel() {
    openFilled();
    OnFx.run(() -> stage.orElseThrow().setHeight(230));
    OnFx.run(() -> robot.lookup("#guests-attach").queryButton().fire());
    OnFx.await("the form", () -> robot.lookup("#attach-which").tryQuery().isPresent());
    OnFx.painted();
    assertThat(OnFx.<Double>get(() -> list().getHeight())).isGreaterThan(50);
    robot.push(KeyCode.ENTER);
    OnFx.painted();
    var frame = OnFx.<javafx.scene.Node>get(() -> robot.lookup(".attach-scroll").query());
    var why = OnFx.<javafx.scene.Node>get(() -> robot.lookup(".attach-form .tri-bad").query());
    assertThat(
            OnFx.<Boolean>get(
                () ->
                    frame
                        .localToScene(frame.getBoundsInLocal())
                        .intersects(why.localToScene(why.getBoundsInLocal()))))
        .isTrue();
  }

  @Test
  void figuresChangeInTheirPlace() {
    openFilled();
    robot.push(KeyCode.DOWN);
    var guest = desk.workbench().guests().running().getFirst();
    ((FakeGuest) guest).vitals().add(Vital.CPU, 61_000, 42);
    OnFx.await(
        "the new figure",
        () -> list().getItems().getFirst().graphs().orElseThrow().cpu().text().equals("42 %"));
    assertThat(OnFx.<Integer>get(() -> list().getSelectionModel().getSelectedIndex())).isEqualTo(1);
  }

  @Test
  void theGuestThatTheWindowShowsIsTheSelectedOne() {
    openFilled();
    var second = (FakeGuest) desk.workbench().guests().running().get(1);
    OnFx.run(() -> desk.session().live(second));
    OnFx.await("its line", () -> list().getSelectionModel().getSelectedIndex() == 1);
    robot.push(KeyCode.UP);
    OnFx.await("another line", () -> list().getSelectionModel().getSelectedIndex() == 0);
    second.vitals().add(Vital.CPU, 61_000, 42);
    OnFx.await(
        "the new figure",
        () -> list().getItems().get(1).graphs().orElseThrow().cpu().text().equals("42 %"));
    assertThat(OnFx.<Integer>get(() -> list().getSelectionModel().getSelectedIndex())).isZero();
  }

  @Test
  void pictureOfTheList() {
    openFilled();
    pictures("guests-list");
  }

  @Test
  void pictureOfTheForm() {
    openFilled();
    OnFx.run(() -> robot.lookup("#guests-attach").queryButton().fire());
    pictures("guests-form");
  }

  @Test
  void pictureOfNone() {
    open();
    OnFx.await("the hint", () -> robot.lookup("No guest runs").tryQuery().isPresent());
    pictures("guests-empty");
  }

  @Test
  void pictureOfAFailure() {
    desk.workbench().elsewhere().fail("/proc cannot be read");
    open();
    OnFx.await("the hint", () -> robot.lookup("Cannot look for guests").tryQuery().isPresent());
    pictures("guests-failure");
  }

  private void pictures(String name) {
    var scene = stage.orElseThrow().getScene();
    OnFx.run(() -> view.orElseThrow().shown(false));
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(scene, 1));
      Snapshot.compare(name, theme, scene);
    }
  }
}
