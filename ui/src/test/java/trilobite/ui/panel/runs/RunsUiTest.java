// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The history by mouse and keyboard, and its states as pictures.
@Tag("ui")
final class RunsUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FxRobot robot = new FxRobot();
  private final TimeZone zone = TimeZone.getDefault();
  private Optional<RunsView> view = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  @BeforeEach
  void fixZone() {
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  private void fill() {
    desk.workbench()
        .history()
        .add(Samples.record(18, Verdict.CRASHED, "page fault at 0x0, in handle_request"))
        .add(Samples.record(17, Verdict.STOPPED, ""))
        .add(Samples.record(16, Verdict.POWEROFF, ""))
        .add(Samples.record(15, Verdict.NEVER_READY, "no “listening on” within 30 s"))
        .add(Samples.record(14, Verdict.LOST, "the workbench was not there"));
  }

  private void open() {
    OnFx.run(
        () -> {
          var made = new RunsView(desk, () -> Samples.STARTED);
          view = Optional.of(made);
          var scene = new Scene(made, 244, 420);
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
    OnFx.await("rows", () -> list().getItems().size() == 5);
    OnFx.painted();
    OnFx.run(() -> view.orElseThrow().focusList());
    OnFx.await("the focus", () -> list().isFocused() && stage.orElseThrow().isFocused());
  }

  @AfterEach
  void close() {
    TimeZone.setDefault(zone);
    OnFx.run(
        () -> {
          view.ifPresent(RunsView::close);
          stage.ifPresent(Stage::close);
        });
  }

  @SuppressWarnings("unchecked")
  private ListView<RunRow> list() {
    var found = view.orElseThrow().lookup(".list-view");
    return found == null ? new ListView<>() : (ListView<RunRow>) found;
  }

  @Test
  void enterShowsTheChosenRun() {
    openFilled();
    robot.push(KeyCode.DOWN).push(KeyCode.ENTER);
    OnFx.await("run 17", () -> desk.session().asked().equals(List.of("show #17")));
  }

  @Test
  void aClickShowsARun() {
    openFilled();
    robot.clickOn(label("#18"));
    robot.clickOn(label("#16"));
    OnFx.await("run 16", () -> desk.session().asked().contains("show #16"));
  }

  @Test
  void whatIsDrawnStaysWhileNothingOfItChanges() {
    openFilled();
    var before = label("#16");
    robot.clickOn(label("#18"));
    OnFx.painted();
    // A status that changes no row, as each look at a running guest brings one.
    OnFx.run(() -> desk.session().live(new FakeGuest(99, RunState.RUNNING)));
    OnFx.painted();
    assertThat(label("#16")).isSameAs(before);
    assertThat(OnFx.get(() -> list().isFocused())).isTrue();
  }

  private Label label(String text) {
    return OnFx.get(
        () ->
            view.orElseThrow().lookupAll(".run-title").stream()
                .map(Label.class::cast)
                .filter(one -> one.getText().equals(text))
                .findFirst()
                .orElseThrow());
  }

  @Test
  void deletingAsksInPlaceAndEscapeTakesItBack() throws Exception {
    openFilled();
    robot.push(KeyCode.DOWN).push(KeyCode.DELETE);
    OnFx.await("a question", () -> view.orElseThrow().lookup(".run-question") != null);
    robot.push(KeyCode.ESCAPE);
    OnFx.await("no question", () -> view.orElseThrow().lookup(".run-question") == null);
    robot.push(KeyCode.DELETE).push(KeyCode.ENTER);
    OnFx.await("four rows", () -> list().getItems().size() == 4);
    assertThat(desk.workbench().history().run(new trilobite.model.run.RunId(17))).isEmpty();
    assertThat(desk.session().asked()).isEmpty();
  }

  @Test
  void theDeleteButtonDeletes() {
    openFilled();
    robot.push(KeyCode.DELETE);
    robot.clickOn("#run-delete");
    OnFx.await("four rows", () -> list().getItems().size() == 4);
  }

  @Test
  void filterAndClear() {
    openFilled();
    OnFx.run(() -> ((TextField) view.orElseThrow().lookup(".text-field")).setText("crashed"));
    assertThat(OnFx.get(() -> list().getItems())).hasSize(1);
  }

  @Test
  void aGuestThatStartsAppearsAtOnce() {
    openFilled();
    desk.workbench().history().add(Samples.record(19, Verdict.STOPPED, ""));
    OnFx.run(() -> desk.session().live(new FakeGuest(19, RunState.RUNNING)));
    OnFx.await("six rows", () -> list().getItems().size() == 6);
  }

  @Test
  void detailsOpenAsAPage() {
    openFilled();
    robot.push(KeyCode.F4);
    assertThat(desk.pages()).containsExactly("run-18");
    var row = OnFx.get(() -> list().getItems().getFirst());
    var page = OnFx.get(() -> new RunPage(row, desk, ZoneOffset.UTC));
    assertThat(page.factOf("Build-id")).contains("9f3c1a7e");
    assertThat(page.factOf("Ready")).contains("405 ms");
    assertThat(page.factOf("Size on disk")).contains("2.3 MiB");
  }

  @Test
  void aPageLeadsToTheStacksThatWereKept(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("stacks.txt"), "worker-1:\n#0  0x1 in halt");
    var run = Samples.record(18, Verdict.CRASHED, "page fault", folder);
    var page =
        OnFx.get(
            () ->
                new RunPage(
                    RunRow.of(run, Optional.empty(), Samples.STARTED, ZoneOffset.UTC),
                    desk,
                    ZoneOffset.UTC));
    OnFx.await("a way", () -> stacks(page).isPresent());
    OnFx.run(() -> stacks(page).orElseThrow().fire());
    assertThat(desk.session().asked()).containsExactly("openFile " + file);
  }

  private static Optional<Button> stacks(RunPage page) {
    return ((VBox) page.getContent())
        .lookupAll(".button").stream()
            .map(Button.class::cast)
            .filter(button -> button.getText().equals("Open its stacks"))
            .findFirst();
  }

  @Test
  void aPageOpensAgain() {
    fill();
    var panel = new RunsPanel();
    OnFx.run(() -> List.of("stream-18", "run-18", "run-").forEach(id -> panel.again(id, desk)));
    assertThat(desk.pages()).containsExactly("run-18");
  }

  @Test
  void aBrokenHistorySaysSoAndTriesAgain() {
    desk.workbench().history().breakWith("the history database is locked");
    open();
    OnFx.await("an error", () -> view.orElseThrow().lookup(".tri-hint-title") != null);
    assertThat(OnFx.get(() -> ((Label) view.orElseThrow().lookup(".tri-hint-text")).getText()))
        .startsWith("the history database is locked");
  }

  @Test
  void pictureOfTheList() {
    openFilled();
    pictures("runs-list", view.orElseThrow());
  }

  @Test
  void pictureOfTheQuestion() {
    openFilled();
    robot.push(KeyCode.DELETE);
    pictures("runs-question", view.orElseThrow());
  }

  @Test
  void pictureOfAnEmptyHistory() {
    open();
    OnFx.await("a hint", () -> view.orElseThrow().lookup(".tri-hint-title") != null);
    pictures("runs-empty", view.orElseThrow());
  }

  @Test
  void pictureOfAPage() {
    var row =
        RunRow.of(
            Samples.record(18, Verdict.CRASHED, "page fault at 0x0, in handle_request"),
            Optional.empty(),
            Samples.STARTED,
            ZoneOffset.UTC);
    Snapshot.both("runs-page", 760, 560, () -> new RunPage(row, desk, ZoneOffset.UTC));
  }

  private void pictures(String name, Parent node) {
    var scene = OnFx.get(node::getScene);
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(scene, 1));
      Snapshot.compare(name, theme, scene);
    }
  }
}
