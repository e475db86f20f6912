// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

@Tag("ui")
class CoreUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final CorePanel panel =
      new CorePanel((_, name, _) -> Optional.of(Path.of("/elsewhere").resolve(name)));
  private Optional<Stage> stage = Optional.empty();

  private void open() {
    OnFx.run(
        () -> {
          desk.session().live(guest);
          panel.announce(desk);
          stage = Optional.of(TestStage.dark((Parent) panel.open(desk), 900, 420));
        });
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.ifPresent(Stage::close);
        });
  }

  private <T> T find(String selector, Class<T> type) {
    return type.cast(stage.orElseThrow().getScene().lookup(selector));
  }

  private String said() {
    return OnFx.get(() -> find("#core-said", Label.class).getText());
  }

  private boolean shows(String words) {
    return stage.orElseThrow().getScene().getRoot().lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().endsWith(words));
  }

  private void press(String button) {
    OnFx.run(() -> find(button, Button.class).fire());
  }

  @Test
  void saysWhatItCostsAndWritesIt() {
    open();
    OnFx.run(
        () -> {
          var command = desk.commands().find("view.core").orElseThrow();
          assertThat(command.enabled().get()).isTrue();
          command.run().run();
        });
    assertThat(desk.revealed()).contains("core");
    assertThat(OnFx.get(() -> find(".core-cost", Label.class).getText())).contains("stands still");
    var file = OnFx.get(() -> find("#core-file", TextField.class));
    assertThat(OnFx.<String>get(file::getText)).endsWith("/tidepool-19.core");
    OnFx.run(() -> file.setText("here.core"));
    press("#core-go");
    assertThat(said()).contains("whole path");
    OnFx.run(() -> find("#core-file", TextField.class).setText("/work/a core"));
    press("#core-go");
    OnFx.await("its end", () -> said().contains("stood still for 74 ms"));
    assertThat(
            OnFx.<Boolean>get(() -> shows("--core '/work/a core' --image '/work/tide pool.elf'")))
        .isTrue();
    assertThat(guest.dumped()).containsExactly(Path.of("/work/a core"));
    assertThat(desk.toasts()).last().matches(toast -> toast.title().equals("Core captured"));
    OnFx.run(() -> guest.end(Verdict.STOPPED, ""));
    OnFx.await(
        "that nothing runs", () -> stage.orElseThrow().getScene().lookup("#core-go") == null);
  }

  @Test
  void isCancelledWhileItIsWritten() {
    var hold = guest.dumpSlowly();
    open();
    press("#core-go");
    OnFx.await("the bar", () -> find("#core-cancel", Button.class).isVisible());
    press("#core-cancel");
    OnFx.await("its end", () -> said().contains("cancelled"));
    hold.countDown();
    assertThat(OnFx.get(() -> find("#core-go", Button.class).isDisabled())).isFalse();
  }

  @Test
  void saysWhyWhereItCannotBeDone() {
    guest.limit(new Limits(true, "", "", "", "", "It has no QMP socket.", ""));
    open();
    assertThat(OnFx.get(() -> find(".tri-hint-text", Label.class).getText()))
        .isEqualTo("It has no QMP socket.");
  }

  @Test
  void looksSo() {
    open();
    // Without a caret that blinks.
    OnFx.run(() -> find("#core-go", Button.class).requestFocus());
    OnFx.painted();
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(stage.orElseThrow().getScene(), 1));
      Snapshot.compare("core", theme, stage.orElseThrow().getScene());
    }
  }
}
