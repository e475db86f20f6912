// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeEyes;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The panel by mouse and keyboard, and how it looks.
@Tag("ui")
final class ThreadsUiTest {

  private final FakeDesk desk = new FakeDesk().offering("connections");
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private ThreadsPanel panel = new ThreadsPanel();
  private Parent node;
  private Optional<Stage> stage = Optional.empty();

  @BeforeEach
  void answer() {
    guest.eyes().answer(Question.Stack.class, FakeEyes.stack(SampleThreads.stack()));
  }

  private Scene make(Theme theme, int width, int height) {
    return OnFx.get(
        () -> {
          panel = new ThreadsPanel((_, _, _) -> Optional.empty(), ZoneOffset.UTC);
          desk.session().live(guest);
          node = (Parent) panel.open(desk);
          var scene = new Scene(node, width, height);
          theme.apply(scene, 1);
          return scene;
        });
  }

  private void open(List<ThreadRow> rows) {
    guest.eyes().rows(Views.THREADS, rows);
    show(make(Theme.DARK, 1200, 420), rows);
  }

  private void show(Scene scene, List<ThreadRow> rows) {
    OnFx.run(
        () -> {
          var made = new Stage();
          made.setScene(scene);
          made.show();
          stage = Optional.of(made);
          panel.shown(true);
        });
    OnFx.await("rows", () -> table().getItems().size() == rows.size());
    OnFx.painted();
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.ifPresent(Stage::close);
        });
  }

  private TableView<?> table() {
    return (TableView<?>) node.lookup("#grid-threads");
  }

  private String head() {
    return ((Label) node.lookup(".thread-head .tri-name")).getText();
  }

  private Node label(String words) {
    OnFx.await(words, () -> labels(words).findFirst().isPresent());
    return OnFx.get(() -> labels(words).findFirst().orElseThrow());
  }

  private Stream<Node> labels(String words) {
    return node.lookupAll(".label").stream()
        .filter(n -> n instanceof Label label && label.getText().equals(words))
        .filter(n -> n.getScene() != null && n.isVisible());
  }

  @Test
  void theHolderOfALockIsOneClickAway() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("name:worker-0"));
    assertThat(OnFx.get(this::head)).isEqualTo("worker-0");
    OnFx.await("the owner", () -> node.lookup(".thread-names .tri-link") != null);
    OnFx.painted();
    robot.clickOn(node.lookup(".thread-names .tri-link"));
    OnFx.await("the holder", () -> head().equals("worker-2"));
    assertThat(label("Holds up")).isNotNull();
  }

  @Test
  void nothingIsSaidOfAGuestThatIsNoLongerShown() {
    open(SampleThreads.some());
    var all = (ToggleButton) OnFx.get(() -> node.lookup(".pill-all"));
    OnFx.await("their number", () -> all.getText().equals("All 10"));
    OnFx.run(() -> desk.session().run().set(Optional.empty()));
    OnFx.await("no guest", () -> labels("No guest runs").findFirst().isPresent());
    assertThat(OnFx.get(all::getText)).isEqualTo("All 0");
    assertThat(node.lookup(".thread-footer").isVisible()).isFalse();
  }

  @Test
  void ofAGuestThatHasEndedNothingIsOfferedThatCannotCome() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("name:worker-0"));
    guest.end(Verdict.CRASHED, "panic");
    OnFx.run(() -> desk.session().live(guest));
    OnFx.await("nobody to watch", () -> node.lookup("#watch-thread").isDisabled());
    var other = new FakeGuest(20, RunState.RUNNING);
    other.eyes().answer(Views.THREADS, Measured.unknown("the guest ended before anybody looked"));
    other.end(Verdict.STOPPED, "");
    OnFx.run(() -> desk.session().live(other));
    label("The guest ended before anybody looked.");
    assertThat(OnFx.get(() -> node.lookupAll(".tri-hint-actions .button")))
        .extracting(button -> ((Button) button).getText())
        .containsExactly("Run");
    var third = new FakeGuest(21, RunState.RUNNING);
    third.eyes().rows(Views.THREADS, List.of());
    third.end(Verdict.STOPPED, "");
    OnFx.run(() -> desk.session().live(third));
    label("The guest had none when it ended.");
  }

  private String how() {
    var label = (Label) node.lookup(".thread-watch > .tri-small");
    return label == null || !label.isVisible() ? "" : label.getText();
  }

  private boolean watches() {
    return node.lookup("#stop-watch").isVisible();
  }

  @Test
  void ofARunThatFellOverTheStacksThatWereKeptAreAPressAway(@TempDir Path folder)
      throws IOException {
    var file = Files.writeString(folder.resolve("stacks.txt"), "worker-1:\n#0  0x1 in halt");
    open(SampleThreads.some());
    past(Samples.record(12, Verdict.CRASHED, "page fault", folder));
    OnFx.await("a way to them", () -> button("Open its stacks").isPresent());
    OnFx.run(() -> button("Open its stacks").orElseThrow().fire());
    assertThat(desk.session().asked()).containsExactly("openFile " + file);
    past(Samples.record(11, Verdict.STOPPED, "", folder.resolve("none")));
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    OnFx.painted();
    assertThat(OnFx.get(() -> button("Open its stacks"))).isEmpty();
    assertThat(OnFx.get(() -> button("Run"))).isEmpty();
    OnFx.run(() -> button("Back to the guest").orElseThrow().fire());
    assertThat(desk.session().asked()).last().isEqualTo("show #19");
    OnFx.run(() -> desk.session().status().set(Optional.empty()));
    OnFx.run(() -> button("Run").orElseThrow().fire());
    assertThat(desk.session().asked()).last().isEqualTo("startRun");
  }

  private void past(RunRecord run) {
    var shown = new ShownRun.Past(run, new FakeConsole().end(), new FakeVitals());
    OnFx.run(() -> desk.session().past(shown));
  }

  private Optional<Button> button(String words) {
    return node.lookupAll(".tri-hint-actions .button").stream()
        .map(Button.class::cast)
        .filter(button -> button.getText().equals(words))
        .findFirst();
  }

  @Test
  void aThreadIsWatchedWithoutAPauseUntilSomeoneCancelsAndWhatWasSeenStays() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("watch:2"));
    assertThat(OnFx.get(this::head)).isEqualTo("init");
    OnFx.await("looks", () -> how().contains("looks at the thread list") && watches());
    assertThat(OnFx.get(this::how))
        .endsWith(
            "0.04 ms each, 0 pauses. By the kernel's counters it ran 0.0 ms and got the CPU 0"
                + " times.");
    assertThat(desk.workbench().jobs().running()).extracting("name").contains("Watch thread init");
    assertThat(label("blocked, waits for semaphore jobs.slots")).isNotNull();
    guest.eyes().rows(Views.THREADS, SampleThreads.deadlocked());
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("another's page", () -> how().isEmpty() && !watches());
    OnFx.run(() -> panel.seek("id:2"));
    OnFx.await("its page again", () -> watches());
    OnFx.run(() -> ((Button) node.lookup("#stop-watch")).fire());
    OnFx.await("the end", () -> !watches());
    assertThat(OnFx.get(this::how)).contains("0 pauses");
  }

  @Test
  void aWatchEndsWhenThreadsCanBeReadNoMoreAndSaysWhy() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("watch:5"));
    OnFx.await("looks", () -> !how().isEmpty());
    guest.eyes().answer(Views.THREADS, Measured.unknown("the guest is gone"));
    OnFx.await(
        "why",
        () -> how().endsWith("Ended early: the threads are not read any more: the guest is gone."));
    assertThat(OnFx.get(this::watches)).isFalse();
  }

  @Test
  void inANarrowPlaceNothingIsCutAndEscGivesTheTableTheWholeWidth() {
    var rows = SampleThreads.some();
    guest.eyes().rows(Views.THREADS, rows);
    show(make(Theme.LIGHT, 910, 320), rows);
    assertThat(OnFx.get(() -> table().getWidth())).isGreaterThan(900);
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("the thread beside the table", () -> table().getWidth() < 760);
    OnFx.painted();
    for (var cut : List.of(".tri-filter", ".grid-tools", ".thread-footer")) {
      var place = OnFx.get(() -> node.lookup(cut).localToScene(node.lookup(cut).getLayoutBounds()));
      assertThat(place.getMinX()).as(cut).isNotNegative();
      assertThat(place.getMaxX()).as(cut).isLessThanOrEqualTo(table().getWidth() + 1);
    }
    OnFx.run(() -> table().requestFocus());
    robot.push(KeyCode.ESCAPE);
    OnFx.await("the table alone", () -> table().getWidth() > 900);
  }

  @Test
  void inAColumnTheThreadStandsBelowAndNoToolIsLost() {
    var rows = SampleThreads.some();
    guest.eyes().rows(Views.THREADS, rows);
    var scene = make(Theme.LIGHT, 400, 700);
    show(scene, rows);
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("the stack", () -> node.lookup(".thread-frame") != null);
    OnFx.painted();
    for (var part : List.of("#threads-graph", ".grid-tools", ".thread-footer")) {
      var place =
          OnFx.get(() -> node.lookup(part).localToScene(node.lookup(part).getLayoutBounds()));
      assertThat(place.getMaxX()).as(part).isLessThanOrEqualTo(table().getWidth() + 1);
    }
    OnFx.run(() -> panel.shown(false));
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    // What the last job found is shown after it has ended.
    OnFx.painted();
    Snapshot.compare("threads-column", Theme.LIGHT, scene);
    OnFx.run(() -> stage.orElseThrow().setWidth(1200));
    OnFx.await("both side by side", () -> table().getWidth() > 800);
    OnFx.await("the whole height", () -> table().getHeight() > 350);
  }

  @Test
  void aThreadLeadsToItsSockets() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("the link", () -> node.lookup("#thread-sockets") != null);
    OnFx.run(() -> ((Hyperlink) node.lookup("#thread-sockets")).fire());
    robot.rightClickOn(OnFx.get(() -> node.lookup("#grid-threads .table-row-cell:selected")));
    robot.clickOn("Show its sockets");
    assertThat(desk.revealed())
        .containsExactly("connections thread_id:5", "connections thread_id:5");
    robot.rightClickOn(OnFx.get(() -> node.lookup("#grid-threads .table-row-cell:selected")));
    robot.clickOn("Show the holder, worker-2");
    OnFx.await("the holder", () -> head().equals("worker-2"));
  }

  @Test
  void aBacktraceIsCopiedAsGdbPrintsIt() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("the stack", () -> node.lookup(".thread-frame") != null);
    robot.clickOn(OnFx.get(() -> node.lookup("#copy-backtrace")));
    OnFx.await(
        "the text on the clipboard",
        () ->
            String.valueOf(Clipboard.getSystemClipboard().getString())
                .startsWith(
                    "#0  wait_on () at /tide/sync.c:41\n#1  0x0000000000401040 in mutex_lock"));
  }

  @Test
  void theFooterTellsOfSwitchesAndMethods() {
    open(SampleThreads.some());
    var words =
        OnFx.get(
            () ->
                node.lookupAll(".thread-footer > .label").stream()
                    .map(each -> ((Label) each).getText())
                    .toList());
    assertThat(words)
        .contains("10 threads, 1 vCPU", "3,000 context switches/s", "CPU as the kernel counts it");
    OnFx.run(() -> panel.seek("name:worker-0"));
    assertThat(label("≥ 38.2 ms")).isNotNull();
  }

  @Test
  void pillsShowOneStateAndAKeyGoesThroughTheRows() {
    open(SampleThreads.some());
    var blocked =
        OnFx.get(
            () ->
                node.lookupAll(".toggle-button").stream()
                    .filter(n -> n instanceof ToggleButton t && t.getText().equals("Blocked 4"))
                    .findFirst()
                    .orElseThrow());
    robot.clickOn(blocked);
    OnFx.await("four rows", () -> table().getItems().size() == 4);
    OnFx.run(panel::focus);
    robot.push(KeyCode.DOWN);
    OnFx.await("the second", () -> head().equals("worker-0"));
  }

  @Test
  void aFrameOfTheProjectOpensItsFileAndTheStackIsReadOnceForAPlace() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("name:worker-0"));
    OnFx.await("the stack", () -> node.lookup(".thread-frame .tri-link") != null);
    OnFx.painted();
    int looks = guest.eyes().looks();
    OnFx.await("two more readings", () -> guest.eyes().looks() > looks + 1);
    assertThat(guest.eyes().asked()).containsExactly(new Question.Stack("5", false));
    robot.clickOn(node.lookup(".thread-frame .tri-link"));
    OnFx.await("the file", () -> !desk.session().asked().isEmpty());
    assertThat(desk.session().asked().getFirst()).endsWith("src/pool.c:57:1");
  }

  @Test
  void aChosenThreadStaysChosenWhenOthersComeAndGo() {
    open(SampleThreads.some());
    OnFx.run(() -> panel.seek("id:8"));
    guest.eyes().rows(Views.THREADS, SampleThreads.some().subList(4, 10));
    OnFx.await("fewer rows", () -> table().getItems().size() == 6);
    assertThat(OnFx.get(this::head)).isEqualTo("worker-3");
  }

  @Test
  void whoIsSoughtIsFoundBehindAFilter() {
    open(SampleThreads.some());
    OnFx.run(
        () ->
            ((javafx.scene.control.TextField) node.lookup(".tri-filter .text-field"))
                .setText("idle"));
    OnFx.run(() -> panel.seek("name:worker-3"));
    assertThat(OnFx.get(this::head)).isEqualTo("worker-3");
  }

  @Test
  void aThousandThreadsAreTakenInWhileOneIsChosen() {
    open(SampleThreads.many(1000, 0));
    OnFx.run(() -> panel.seek("id:500"));
    for (int turn = 1; turn <= 3; turn++) {
      var rows = SampleThreads.many(1000, turn);
      guest.eyes().rows(Views.THREADS, rows);
      int looks = guest.eyes().looks();
      OnFx.await("a look", () -> guest.eyes().looks() > looks + 1);
    }
    assertThat(OnFx.get(this::head)).isEqualTo("worker-495");
    // Cells are made for what can be seen, not for each thread.
    assertThat(OnFx.get(() -> node.lookupAll(".table-row-cell").size())).isLessThan(40);
  }

  @Test
  void looksRight() {
    picture("threads", SampleThreads.some(), 420);
    picture("threads-deadlock", SampleThreads.deadlocked(), 420);
    picture("threads-graph", SampleThreads.some(), 520);
  }

  private void picture(String name, List<ThreadRow> rows, int height) {
    for (var theme : Theme.values()) {
      reading(rows, 50_000);
      var scene = make(theme, 1440, height);
      show(scene, rows);
      for (int t = 50_500; t <= 52_000; t += 1000) {
        reading(rows, t);
        int looks = guest.eyes().looks();
        OnFx.await("a look", () -> guest.eyes().looks() > looks + 1);
      }
      OnFx.run(() -> panel.shown(false));
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(() -> panel.seek("id:5"));
      OnFx.painted();
      Snapshot.compare(name, theme, scene);
      close();
    }
  }

  private void reading(List<ThreadRow> rows, long at) {
    var listing = FakeEyes.listing(rows, Optional.<String>empty());
    if (listing instanceof Measured.Known<trilobite.model.guest.Listing<ThreadRow>>(var r)) {
      guest.vitals().now((double) at);
      guest
          .eyes()
          .answer(
              Views.THREADS,
              Measured.of(new Reading<>(r.value(), r.source(), at, r.costMicros(), r.pauses())));
    }
  }
}
