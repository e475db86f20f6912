// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.workspace.FileNode;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.Toast;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.theme.Theme;

/// The window by mouse and keyboard, over fakes.
@Tag("ui")
final class ShellUiTest {

  private final FxRobot robot = new FxRobot();
  private TestWindow window;
  private Stage stage;

  @BeforeEach
  void open() {
    window = TestWindow.open(Theme.DARK, 1000, 900);
    stage =
        OnFx.get(
            () -> {
              var shown = new Stage();
              shown.setScene(window.scene());
              shown.show();
              return shown;
            });
    window.withProject();
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
    window.close();
  }

  private boolean shows(String selector) {
    return window.find(selector).filter(node -> node.isVisible()).isPresent();
  }

  @Test
  void buildRunPauseStopByTheTopBar() {
    robot.clickOn("#build-start");
    OnFx.await("the build", () -> window.shell().session().build().get().result().isPresent());
    OnFx.await("Run to be on", () -> !robot.lookup("#guest-run").query().isDisabled());
    robot.clickOn("#guest-run");
    window.awaitChip("Running");
    OnFx.await("Pause to be on", () -> !robot.lookup("#guest-pause").query().isDisabled());
    robot.clickOn("#guest-pause");
    window.awaitChip("Paused");
    robot.clickOn("#guest-stop");
    window.awaitChip("Stopped");
    assertThat(window.bench().guests().newest().status().state()).isEqualTo(RunState.ENDED);
  }

  @Test
  void theSameByKeys() {
    robot.type(KeyCode.F5);
    window.awaitChip("Running");
    robot.type(KeyCode.F6);
    window.awaitChip("Paused");
    robot.type(KeyCode.F6);
    window.awaitChip("Running");
    robot.push(KeyCode.SHIFT, KeyCode.F5);
    window.awaitChip("Stopped");
  }

  @Test
  void aKeyOfWhatCannotBeDoneNowSaysWhy() {
    robot.type(KeyCode.F6);
    OnFx.await("the reason", () -> robot.lookup("No guest runs.").tryQuery().isPresent());
    robot.type(KeyCode.F5);
    window.awaitChip("Running");
    robot.type(KeyCode.F5);
    OnFx.await("the other", () -> robot.lookup("Run cannot be done").tryQuery().isPresent());
    assertThat(OnFx.get(() -> window.find(".tri-toast .tri-warn").isPresent()))
        .as("no tick on what was not done")
        .isTrue();
  }

  @Test
  void aGuestOfSomebodyElsesIsDetachedFromAndSaysWhatCannotBeDone() {
    var guest = new FakeGuest(77, RunState.RUNNING);
    guest.limit(new Limits(true, "", "no QMP socket: start QEMU with -qmp", "", "", "", ""));
    OnFx.run(() -> window.shell().session().watch(guest));
    OnFx.await("Detach", () -> button("#guest-stop").getText().equals("Detach"));
    assertThat(button("#guest-pause").isDisabled()).isTrue();
    robot.type(KeyCode.F6);
    OnFx.await("the reason", () -> robot.lookup("Pause cannot be done").tryQuery().isPresent());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.write(">pause");
    OnFx.await(
        "the reason",
        () -> robot.lookup("no QMP socket: start QEMU with -qmp").tryQuery().isPresent());
    robot.type(KeyCode.ESCAPE);
    assertThat(button("#guest-restart").isDisabled()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.F5);
    OnFx.await("the reason", () -> robot.lookup("Restart cannot be done").tryQuery().isPresent());
    assertThat(guest.status().state()).isEqualTo(RunState.RUNNING);
    OnFx.run(() -> button("#guest-stop").fire());
    OnFx.await("the end", () -> guest.status().state() == RunState.ENDED);
  }

  private Button button(String selector) {
    return (Button) window.find(selector).orElseThrow();
  }

  @Test
  void aNarrowWindowClosesTheLeftPanelsUntilTheyAreAskedFor() {
    assertThat(leftWidthAt(1600)).isBetween(240.0, 248.0);
    assertThat(leftWidthAt(1100)).isZero();
    assertThat(OnFx.get(() -> rail("project").isSelected())).isFalse();
    OnFx.run(() -> rail("project").fire());
    assertThat(leftWidthAt(1100)).isBetween(240.0, 248.0);
    assertThat(OnFx.get(() -> rail("project").isSelected())).isTrue();
    assertThat(leftWidthAt(1600)).isBetween(240.0, 248.0);
    assertThat(leftWidthAt(1100)).as("narrow again").isZero();
    assertThat(leftWidthAt(1300)).isBetween(240.0, 248.0);
  }

  @Test
  void theLeftPanelsKeepTheirWidthWhileTheWindowChangesIts() {
    for (var width : List.of(1600, 1280, 1600, 1280, 1500)) {
      assertThat(leftWidthAt(width)).as("at " + width).isBetween(240.0, 248.0);
    }
  }

  @Test
  void atTwiceTheSizeTheBarStillNamesProjectTargetAndState() {
    robot.type(KeyCode.F5);
    window.awaitChip("Running");
    namesAtTwiceTheSize(1600);
    namesAtTwiceTheSize(1280);
    OnFx.run(() -> window.shell().look().scale().set(1));
  }

  private void namesAtTwiceTheSize(double width) {
    OnFx.run(
        () -> {
          stage.setWidth(width);
          window.shell().look().scale().set(2);
          window.shell().look().dress(window.scene());
          window.shell().frame().fit(Fit.at(width, 2), 2);
        });
    OnFx.painted();
    // A root that needs more is cut at both sides, the rail's icons with it.
    assertThat(OnFx.get(() -> window.scene().getRoot().minWidth(-1))).isLessThanOrEqualTo(width);
    for (var selector : List.of(".tri-chip-word", "#project-menu", "#target-menu")) {
      var node = (Region) window.find(selector).orElseThrow();
      assertThat(OnFx.get(() -> node.getWidth() - node.prefWidth(-1)))
          .as(selector)
          .isGreaterThan(-1);
    }
  }

  @Test
  void aWindowThatWasLowForAWhileKeepsTheShareOfTheTools() {
    var before = toolShareAt(900);
    assertThat(toolShareAt(700)).isCloseTo(before, within(0.02));
    assertThat(toolShareAt(900)).isCloseTo(before, within(0.005));
  }

  private double toolShareAt(double height) {
    return OnFx.get(
        () -> {
          var root = (Region) window.shell().root();
          root.resize(1000, height);
          root.applyCss();
          root.layout();
          root.layout();
          var saved = window.shell().frame().areas().arrangement().save(Layout.EMPTY);
          return saved.number("tool.share").orElseThrow();
        });
  }

  private ToggleButton rail(String id) {
    return (ToggleButton) window.scene().lookup("#rail-" + id);
  }

  private double leftWidthAt(double width) {
    return OnFx.get(
        () -> {
          var frame = window.shell().frame();
          frame.fit(Fit.at(width, 1), 1);
          var root = (Region) window.shell().root();
          root.resize(width, 900);
          root.applyCss();
          root.layout();
          window.shell().upkeep().lightRail();
          return root.lookup(".tri-left") instanceof Region left ? left.getWidth() : 0.0;
        });
  }

  @Test
  void thePaletteFindsAndRunsACommand() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.write(">maxim");
    OnFx.await(
        "one line",
        () -> ((ListView<?>) window.scene().lookup("#palette-list")).getItems().size() == 1);
    robot.type(KeyCode.ENTER);
    OnFx.await("the palette to go", () -> !shows("#palette"));
    assertThat(OnFx.get(() -> window.shell().frame().areas().arrangement().toolsMaximised()))
        .isTrue();
  }

  @Test
  void thePaletteIsThereOnceAndOffersResumeToAPausedGuest() {
    robot.type(KeyCode.F5);
    window.awaitChip("Running");
    robot.type(KeyCode.F6);
    window.awaitChip("Paused");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.write("nothing of this name\n");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    robot.write(">resume");
    OnFx.await(
        "Resume",
        () -> !((ListView<?>) window.scene().lookup("#palette-list")).getItems().isEmpty());
    robot.type(KeyCode.ENTER);
    window.awaitChip("Running");
    assertThat(OnFx.get(() -> shows("#palette"))).isFalse();
  }

  @Test
  void typingGoesBehindTheLetterThatThePaletteOpensWith() {
    robot.push(KeyCode.CONTROL, KeyCode.G);
    window.awaitNode("#palette-field");
    robot.type(KeyCode.DIGIT7);
    OnFx.await(
        "the place",
        () -> ((TextField) window.scene().lookup("#palette-field")).getText().equals(":7"));
  }

  @Test
  void escapeLeavesThePaletteAndGivesTheFocusBack() {
    OnFx.run(() -> window.panel("console").focus());
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.type(KeyCode.ESCAPE);
    OnFx.await("the palette to go", () -> !shows("#palette"));
    assertThat(OnFx.get(() -> window.scene().getFocusOwner().getId())).isEqualTo("button-console");
  }

  @Test
  void thePaletteOpensARunOfHistory() {
    window.bench().history().add(Samples.record(12, Verdict.CRASHED, "page fault"));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    window.awaitNode("#palette-field");
    robot.write("#12");
    OnFx.await(
        "the run",
        () -> ((ListView<?>) window.scene().lookup("#palette-list")).getItems().size() == 1);
    robot.type(KeyCode.ENTER);
    OnFx.await("run 12", () -> window.shell().session().run().get().isPresent());
  }

  @Test
  void nothingOfAForeignProjectRunsBeforeAYes() {
    window.bench().projects().distrust(Samples.FOLDER, "Build runs: make -j2");
    robot.type(KeyCode.F5);
    window.awaitNode("#trust-yes");
    assertThat(window.bench().guests().requests()).isEmpty();
    robot.clickOn("#trust-no");
    OnFx.await("the banner to go", () -> !shows("#trust-no"));
    assertThat(window.bench().guests().requests()).isEmpty();
    robot.type(KeyCode.F5);
    window.awaitNode("#trust-yes");
    robot.clickOn("#trust-yes");
    window.awaitChip("Running");
  }

  @Test
  void panelsOpenLateAndHearWhetherTheyAreSeen() {
    assertThat(window.panel("build").opened).isZero();
    robot.push(KeyCode.ALT, KeyCode.DIGIT2);
    OnFx.await("the panel", () -> window.panel("build").visible);
    assertThat(window.panel("console").visible).isFalse();
    robot.clickOn("#tab-console");
    OnFx.await("the console", () -> window.panel("console").visible);
    assertThat(window.panel("build").visible).isFalse();
    assertThat(window.panel("build").opened).isEqualTo(1);
    // Hidden with the whole area, it is not to be seen either.
    robot.push(KeyCode.CONTROL, KeyCode.J);
    OnFx.await("the console hidden", () -> !window.panel("console").visible);
    robot.push(KeyCode.ALT, KeyCode.DIGIT2);
    OnFx.await("the other one back", () -> window.panel("build").visible);
    assertThat(window.panel("console").visible).isFalse();
  }

  @Test
  void theToolAreaHidesMaximisesAndSplits() {
    robot.push(KeyCode.CONTROL, KeyCode.J);
    OnFx.await("no tools", () -> !window.shell().frame().areas().arrangement().toolsShown());
    robot.push(KeyCode.CONTROL, KeyCode.J);
    OnFx.await("tools", () -> window.shell().frame().areas().arrangement().toolsShown());
    OnFx.run(() -> window.shell().commands().run("tools.split"));
    assertThat(OnFx.get(() -> window.shell().frame().areas().tools().secondIds()))
        .isEqualTo(List.of("console"));
    OnFx.run(() -> window.shell().commands().run("tools.unsplit"));
    assertThat(OnFx.get(() -> window.shell().frame().areas().tools().secondIds())).isEmpty();
  }

  @Test
  void theRailOpensPages() {
    robot.clickOn("#rail-settings");
    OnFx.await("settings", () -> window.panel("settings").opened == 1);
    OnFx.await(
        "the rail to light up",
        () -> ((ToggleButton) window.scene().lookup("#rail-settings")).isSelected());
    robot.clickOn("#close-settings");
    OnFx.await("no settings", () -> !shows("#tab-settings"));
  }

  @Test
  void theCharacterOfACommandsKeyIsNotTyped() {
    var file = Samples.FOLDER.resolve("src/http.c");
    OnFx.run(() -> window.shell().openFile(file, Optional.empty()));
    window.awaitNode(".editor-text");
    var area = OnFx.get(() -> (CodeArea) window.scene().lookup(".editor-text"));
    OnFx.await("its text", () -> !area.getText().isEmpty());
    var before = OnFx.get(() -> area.getText());
    OnFx.run(
        () -> {
          area.requestFocus();
          press(area, KeyEvent.KEY_PRESSED, "", KeyCode.DIGIT2);
          press(area, KeyEvent.KEY_TYPED, "2", KeyCode.UNDEFINED);
          press(area, KeyEvent.KEY_RELEASED, "", KeyCode.DIGIT2);
        });
    OnFx.await("the panel", () -> window.panel("build").visible);
    assertThat(OnFx.get(() -> area.getText())).isEqualTo(before);
  }

  @Test
  void anEmptyPanelHasTheFocusWhereSomethingCanBeDoneAboutIt() {
    OnFx.run(
        () -> {
          window.panel("build").lack("Build it");
          window.panel("console").focus();
          window.shell().reveal("build");
        });
    OnFx.await(
        "what can be done",
        () ->
            window.scene().getFocusOwner() instanceof Button button
                && button.getText().equals("Build it"));
  }

  @Test
  void aPanelThatIsTooHighLeavesTheTabsAlone() {
    OnFx.run(() -> window.shell().reveal("build"));
    OnFx.await("the panel", () -> window.panel("build").visible);
    var before = top("#tab-build");
    OnFx.run(() -> window.panel("build").grow());
    assertThat(top("#tab-build")).isEqualTo(before);
    assertThat(top("#button-build")).isGreaterThan(before);
  }

  private double top(String selector) {
    var node = window.find(selector).orElseThrow();
    return OnFx.get(() -> node.localToScene(node.getLayoutBounds()).getMinY());
  }

  private static void press(Node at, EventType<KeyEvent> kind, String typed, KeyCode code) {
    Event.fireEvent(at, new KeyEvent(kind, typed, "", code, false, false, true, false));
  }

  @Test
  void aPanelInRawModeGetsEveryKey() {
    OnFx.run(
        () -> {
          window.panel("console").focus();
          window.scene().getFocusOwner().getProperties().put(Panel.RAW_KEYS, true);
        });
    robot.push(KeyCode.CONTROL, KeyCode.K);
    assertThat(shows("#palette")).isFalse();
  }

  @Test
  void messagesAreKeptUnderTheBell() {
    OnFx.run(() -> window.shell().toast(Toast.info("Build done", "in 1.0 s")));
    robot.clickOn("#bell");
    OnFx.await("the list", () -> shows("#notifications"));
    robot.clickOn("#bell");
    OnFx.await("no list", () -> !shows("#notifications"));
    robot.clickOn("#bell");
    OnFx.await("the list", () -> shows("#notifications"));
    robot.push(KeyCode.ALT, KeyCode.DIGIT2);
    OnFx.await("no list where the focus went elsewhere", () -> !shows("#notifications"));
  }

  @Test
  void theListOfMessagesIsAsHighAsTheyAre() {
    OnFx.run(
        () -> {
          for (int i = 0; i < 3; i++) {
            window.shell().toast(Toast.info("Build done", "in 1.0 s. ".repeat(12)));
          }
          window.shell().commands().run("message.list");
        });
    OnFx.await(
        "a list that need not be scrolled",
        () ->
            window.find(".tri-drawer").orElseThrow() instanceof ScrollPane pane
                && pane.getContent() instanceof Region content
                && content.getHeight() > 150
                && pane.getViewportBounds().getHeight() >= content.getHeight() - 1);
  }

  @Test
  void theOffersOfAToastAreReadWhole() {
    var offers =
        List.of(
            new Toast.Action("Use 18081, then run", () -> {}),
            new Toast.Action("Show problems", () -> {}));
    OnFx.run(
        () -> window.shell().toast(new Toast(Severity.ERROR, "Not started", "In use.", offers)));
    window.awaitNode(".tri-toast-actions");
    OnFx.painted();
    for (var button : window.find(".tri-toast-actions").orElseThrow().lookupAll(".button")) {
      var offer = (Button) button;
      assertThat(OnFx.get(() -> offer.getWidth() - offer.prefWidth(-1)))
          .as(offer.getText())
          .isGreaterThan(-1);
    }
  }

  @Test
  void aKeyDoesWhatTheNewestMessageOffersAndLaterShowsThemAll() {
    var done = new AtomicInteger();
    var offer = new Toast.Action("Build, then run", done::incrementAndGet);
    OnFx.run(
        () -> {
          window.shell().toast(new Toast(Severity.ERROR, "No image", "Build it.", List.of(offer)));
          window.shell().toast(Toast.info("Copied", ""));
        });
    OnFx.await("the key on its button", () -> robot.lookup("Alt+Enter").tryQuery().isPresent());
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    OnFx.await("it to be done", () -> done.get() == 1);
    assertThat(shows("#notifications")).isFalse();
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    OnFx.await("the list", () -> shows("#notifications"));
    assertThat(done).hasValue(1);
    robot.type(KeyCode.ESCAPE);
    OnFx.await("no list", () -> !shows("#notifications"));
  }

  private void typeInto(Path file) {
    OnFx.run(() -> window.shell().openFile(file, Optional.empty()));
    window.awaitNode(".editor-text");
    OnFx.await(
        "its text", () -> !((CodeArea) window.scene().lookup(".editor-text")).getText().isEmpty());
    OnFx.run(() -> ((CodeArea) window.scene().lookup(".editor-text")).insertText(0, "x"));
    OnFx.await("unsaved text", () -> !editor().unsaved().isEmpty());
  }

  private EditorArea editor() {
    return window.shell().frame().areas().editor();
  }

  private Path openFolder() {
    return OnFx.get(() -> window.shell().session().project().get().orElseThrow().folder());
  }

  @Test
  void anotherProjectAsksBeforeUnsavedTextGoes() {
    var other = Path.of("/work/other");
    window.bench().projects().put(other, Samples.TEXT);
    typeInto(Samples.FOLDER.resolve("src/http.c"));

    OnFx.run(() -> window.shell().session().openProject(other));
    window.awaitNode("#leave-stay");
    assertThat(openFolder()).isEqualTo(Samples.FOLDER);
    robot.clickOn("#leave-stay");
    OnFx.await("the question to go", () -> !shows("#leave"));
    assertThat(openFolder()).isEqualTo(Samples.FOLDER);
    assertThat(OnFx.get(() -> editor().unsaved())).hasSize(1);

    OnFx.run(() -> window.shell().session().openProject(other));
    window.awaitNode("#leave-save");
    robot.clickOn("#leave-save");
    OnFx.await("the other project", () -> openFolder().equals(other));
    assertThat(OnFx.get(() -> editor().unsaved())).isEmpty();
    assertThat(shows("#leave")).isFalse();
  }

  @Test
  void unsavedTextIsDiscardedOnlyWhenSaid() throws Exception {
    var other = Path.of("/work/other");
    var file = Samples.FOLDER.resolve("src/http.c");
    window.bench().projects().put(other, Samples.TEXT);
    typeInto(file);

    OnFx.run(() -> window.shell().session().openProject(other));
    window.awaitNode("#leave-drop");
    robot.clickOn("#leave-drop");
    OnFx.await("the other project", () -> openFolder().equals(other));
    assertThat(window.bench().workspace().read(file).text()).startsWith("int main");
  }

  @Test
  void anEditorFollowsItsFilesNewNameWithWhatWasTyped() throws Exception {
    var from = Samples.FOLDER.resolve("src");
    var to = Samples.FOLDER.resolve("source");
    OnFx.run(() -> window.shell().openFile(Samples.FOLDER.resolve("Makefile"), Optional.empty()));
    typeInto(from.resolve("http.c"));
    window.bench().workspace().move(Samples.FOLDER, from, to);
    OnFx.run(() -> window.shell().moved(from, to));

    assertThat(OnFx.get(() -> editor().front().orElseThrow().file()))
        .isEqualTo(to.resolve("http.c"));
    OnFx.await(
        "the text",
        () ->
            window.scene().lookup(".editor-text") instanceof CodeArea area
                && area.getText().startsWith("xint main"));
    assertThat(OnFx.get(() -> editor().unsaved())).hasSize(1);
    OnFx.run(() -> editor().saveAll(_ -> {}));
    OnFx.await("saved", () -> editor().unsaved().isEmpty());
    assertThat(window.bench().workspace().read(to.resolve("http.c")).text()).startsWith("xint");
    assertThat(OnFx.get(() -> editor().files())).hasSize(2);
  }

  @Test
  void altLeftGoesBackToThePlaceAndAltRightForwardAgain() {
    var http = Samples.FOLDER.resolve("src/http.c");
    var make = Samples.FOLDER.resolve("Makefile");
    OnFx.run(() -> window.shell().openFile(http, Optional.of(new TextPlace(3, 2))));
    OnFx.await("the place", () -> editor().front().orElseThrow().view().caret().line() == 3);
    OnFx.run(() -> window.shell().openFile(make, Optional.empty()));
    OnFx.run(() -> window.shell().reveal("settings"));
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    OnFx.await("the Makefile", () -> front().equals(make));
    robot.push(KeyCode.ALT, KeyCode.LEFT);
    OnFx.await("http.c", () -> front().equals(http));
    assertThat(OnFx.get(() -> editor().front().orElseThrow().view().caret().line())).isEqualTo(3);
    robot.push(KeyCode.ALT, KeyCode.RIGHT);
    OnFx.await("the Makefile again", () -> front().equals(make));
  }

  private Path front() {
    return editor().front().map(FileTab::file).orElse(Path.of(""));
  }

  @Test
  void aFileThatIsOpenedEndsTheMaximisedToolArea() {
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    OnFx.await("maximised", () -> window.shell().frame().areas().arrangement().toolsMaximised());
    OnFx.run(() -> window.shell().openFile(Samples.FOLDER.resolve("Makefile"), Optional.empty()));
    assertThat(OnFx.get(() -> window.shell().frame().areas().arrangement().toolsMaximised()))
        .isFalse();
  }

  @Test
  void theSelectedTabIsScrolledIntoTheStrip() {
    for (int n = 0; n < 14; n++) {
      var name = "src/a-file-with-a-long-name-" + n + ".c";
      window.bench().workspace().file(name, FileNode.Kind.CODE, FileNode.Status.NONE, "int x;\n");
      OnFx.run(() -> window.shell().openFile(Samples.FOLDER.resolve(name), Optional.empty()));
    }
    OnFx.await("the last tab in sight", () -> inStrip("src/a-file-with-a-long-name-13.c"));
    OnFx.run(
        () ->
            window
                .shell()
                .openFile(
                    Samples.FOLDER.resolve("src/a-file-with-a-long-name-0.c"), Optional.empty()));
    OnFx.await("the first tab in sight", () -> inStrip("src/a-file-with-a-long-name-0.c"));
    chooseFromAllTabs("src/a-file-with-a-long-name-9.c");
    OnFx.await("the chosen tab in sight", () -> inStrip("src/a-file-with-a-long-name-9.c"));
    assertThat(OnFx.get(this::front)).hasFileName("a-file-with-a-long-name-9.c");
  }

  @Test
  void tabsThatFitHaveNoMenuOfAllTabs() {
    OnFx.run(() -> window.shell().openFile(Samples.FOLDER.resolve("Makefile"), Optional.empty()));
    assertThat(window.find(".tri-tabs-editor .tri-tab-more").orElseThrow().isVisible()).isFalse();
  }

  private void chooseFromAllTabs(String name) {
    robot.clickOn(".tri-tabs-editor .tri-tab-more .button");
    int at = headIds().indexOf("tab-" + FileTab.id(Samples.FOLDER.resolve(name)));
    robot.clickOn("#all-tabs-" + at);
  }

  private List<String> headIds() {
    return window
        .scene()
        .lookup(".tri-tabs-editor .tri-tab-heads")
        .lookupAll(".tri-tab-head")
        .stream()
        .map(javafx.scene.Node::getId)
        .toList();
  }

  private boolean inStrip(String name) {
    var id = "tab-" + FileTab.id(Samples.FOLDER.resolve(name));
    var strip = window.scene().lookup(".tri-tabs-editor .tri-tab-strip");
    var head =
        strip.lookupAll(".tri-tab-head").stream().filter(one -> id.equals(one.getId())).findFirst();
    var room = strip.localToScene(strip.getLayoutBounds());
    var more = strip.lookup(".tri-tab-more");
    double end =
        more.isVisible() ? more.localToScene(more.getLayoutBounds()).getMinX() : room.getMaxX();
    return head.map(one -> one.localToScene(one.getLayoutBounds()))
        .filter(place -> place.getMinX() >= room.getMinX() - 1 && place.getMaxX() <= end + 1)
        .isPresent();
  }

  @Test
  void higherContrastRaisesTheBordersAndIsKept() {
    OnFx.run(() -> window.shell().look().highContrast().set(true));
    assertThat(OnFx.get(() -> window.scene().getStylesheets().getLast()))
        .startsWith("data:text/css");
    assertThat(window.bench().settings().get("ui.highContrast")).contains("true");
    OnFx.run(() -> window.shell().look().highContrast().set(false));
    assertThat(OnFx.get(() -> window.scene().getStylesheets().getLast())).doesNotStartWith("data:");
  }

  @Test
  void aPageThatIsShownAgainSaysWhatIsSoNow() {
    for (var words : List.of("first", "second")) {
      OnFx.run(
          () ->
              window
                  .shell()
                  .openPage("stream-1-2", "Stream 2", "ci-data-structured", new Label(words)));
    }
    assertThat(robot.lookup("second").tryQuery()).isPresent();
    assertThat(robot.lookup("first").tryQuery()).isEmpty();
    assertThat(robot.lookup(".tri-tab-title").queryAllAs(Label.class))
        .filteredOn(title -> title.getText().equals("Stream 2"))
        .hasSize(1);
  }

  /// As a stream that is followed from the packets' list.
  private static final class KeyedPage extends TextField implements PanelView {
    @Override
    public void focusMain() {
      requestFocus();
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  @Test
  void aPageThatIsOpenedGetsTheKeys() {
    OnFx.run(() -> window.shell().reveal("packets"));
    var page = OnFx.get(KeyedPage::new);
    OnFx.run(() -> window.shell().openPage("stream-1-2", "Stream 2", "ci-data-structured", page));
    OnFx.await("the keys", page::isFocused);
    OnFx.painted();
    robot.write("here");
    assertThat(OnFx.get(() -> page.getText())).isEqualTo("here");
  }

  @Test
  void aGuestThatStartsLeavesWhoTypesWhereTheyAre() {
    robot.push(KeyCode.CONTROL, KeyCode.K);
    OnFx.run(() -> window.shell().session().startRun());
    window.awaitChip("Running");
    robot.write("dark");
    assertThat(robot.lookup("#palette-field").<TextField>query().getText()).isEqualTo("dark");
    assertThat(robot.lookup("#palette-field").query().isFocused()).isTrue();
  }
}
