// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.ui.panel.reach.ReachModelTest.asked;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.reach.Answer.Outcome;
import trilobite.model.reach.Diagnosis.Asked;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// Asking a guest by mouse and keyboard.
@Tag("ui")
final class ReachUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private ReachView view;
  private Stage stage;

  @BeforeEach
  void open() {
    OnFx.run(
        () -> {
          desk.session().live(guest);
          view = new ReachView(desk);
          var scene = new Scene(view, 900, 320);
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

  private String text(String id) {
    return OnFx.get(() -> ((Label) view.lookup(id)).getText());
  }

  @Test
  void aClickAsksOnceThePortsOfTheForwardToo() {
    robot.clickOn("#reach-once");
    OnFx.await("an answer", () -> ((Label) view.lookup("#reach-verdict")).getText().length() > 0);
    assertThat(text("#reach-verdict")).isEqualTo("reachable");
    assertThat(guest.probed()).containsExactly("arp", "icmp 1", "tcp 80", "forward 80");
    assertThat(text("#reach-figures")).startsWith("1 sent, 0.0 % lost");
  }

  @Test
  void theKeyboardStartsAndStopsAndTheGuestsEndDoesToo() {
    OnFx.run(view::focusMain);
    robot.type(KeyCode.SPACE);
    OnFx.await("answers", () -> guest.probed().size() >= 3);
    assertThat(OnFx.get(() -> ((Button) view.lookup("#reach-toggle")).getText())).isEqualTo("Stop");
    OnFx.run(
        () -> {
          guest.end(Verdict.STOPPED, "stopped");
          desk.session().live(guest);
        });
    var toggle = OnFx.get(() -> (Button) view.lookup("#reach-toggle"));
    assertThat(OnFx.get(toggle::getText)).isEqualTo("Ask every second");
    assertThat(OnFx.get(toggle::isDisabled)).isTrue();
    assertThat(OnFx.get(view.lookup("#reach-once")::isDisabled)).as("nobody to ask").isTrue();
    assertThat(text("#reach-figures")).contains("sent");
  }

  @Test
  void badPortsAreMarkedAndTheRestIsAsked() {
    OnFx.run(() -> ((TextField) view.lookup("#reach-ports")).setText("80 http"));
    assertThat(OnFx.get(() -> view.lookup("#reach-ports").getStyleClass()))
        .contains("tri-bad-field");
    robot.clickOn("#reach-once");
    OnFx.await("an answer", () -> ((Label) view.lookup("#reach-verdict")).getText().length() > 0);
    assertThat(guest.probed()).containsExactly("arp", "icmp 1");
  }

  @Test
  void aGuestThatCannotBeAskedSaysWhy() {
    OnFx.run(() -> view.take(new Round(List.of(), List.of(), Optional.of("the guest is paused"))));
    assertThat(text("#reach-verdict")).isEqualTo("the guest is paused");
  }

  @Test
  void pictures() {
    Snapshot.both("reach-no-guest", 900, 320, () -> new ReachView(new FakeDesk()));
    Snapshot.both("reach-never-asked", 900, 320, this::idle);
    Snapshot.both("reach-listener-full", 900, 320, this::full);
  }

  private ReachView idle() {
    var idle = new FakeDesk();
    idle.session().live(guest);
    return new ReachView(idle);
  }

  private ReachView full() {
    var shown = idle();
    for (int i = 1; i <= 100; i++) {
      var round = new ArrayList<Asked>();
      round.add(asked("arp", Outcome.ANSWERED, 0.2));
      round.add(
          i % 23 == 0
              ? asked("icmp " + i, Outcome.SILENT, 0)
              : asked("icmp " + i, Outcome.ANSWERED, 0.3 + (i * 7919 % 50) / 100.0));
      round.add(asked("tcp 80", i < 60 ? Outcome.ANSWERED : Outcome.SILENT, 0.4));
      shown.take(new Round(round, List.of(), Optional.empty()));
    }
    return shown;
  }
}
