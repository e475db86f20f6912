// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.TestStage;

/// The console by mouse and keyboard.
@Tag("ui")
final class ConsoleUiTest {

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  @TempDir private Path folder;
  private Optional<Path> chosen = Optional.empty();
  private final ConsolePanel panel =
      new ConsolePanel((_, name, _) -> chosen.map(one -> one.resolve(name)), ZoneOffset.UTC);
  private Stage stage;
  private ConsoleView view;

  @BeforeEach
  void open() {
    for (int i = 0; i < 200; i++) {
      guest.console().print(i * 10, "line " + i + (i % 50 == 7 ? " seven" : "") + "\n");
    }
    OnFx.run(
        () -> {
          panel.announce(desk);
          desk.session().live(guest);
          view = (ConsoleView) panel.open(desk);
          stage = TestStage.dark((Parent) view, 900, 400);
        });
    OnFx.await("lines", () -> counts().startsWith("200 lines"));
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.close();
        });
  }

  private String counts() {
    return ((Label) view.lookup(".console-counts")).getText();
  }

  private TextField field() {
    return (TextField) view.lookup(".console-field");
  }

  private ToggleButton toggle(String text) {
    return (ToggleButton)
        view.lookupAll(".toggle-button").stream()
            .filter(node -> ((ToggleButton) node).getText().equals(text))
            .findFirst()
            .orElseThrow();
  }

  private Node lines() {
    return view.lookup(".line-view");
  }

  private Button chip() {
    return (Button) view.lookup(".line-chip");
  }

  private Point2D inLines(double x, double y) {
    return OnFx.get(() -> lines().localToScreen(x, y));
  }

  private void awaitTyped(String... pieces) {
    OnFx.await("typed: " + String.join("", pieces), () -> typed().equals(String.join("", pieces)));
  }

  private String typed() {
    return String.join("", guest.typed());
  }

  private void run(String command) {
    OnFx.run(() -> desk.commands().find(command).orElseThrow().run().run());
  }

  private static void clipboard(String text) {
    OnFx.run(
        () -> {
          var content = new ClipboardContent();
          content.putString(text);
          Clipboard.getSystemClipboard().setContent(content);
        });
  }

  private void raw() {
    robot.clickOn(toggle("Raw"));
    OnFx.await("the keyboard", () -> view.lookup(".console-sink").isFocused());
  }

  @Test
  void whatWasReadStaysWhenReadingFailsAndRetryGoesOn() {
    guest.console().unreadable("console.log: permission denied.");
    guest.console().print(3_000, "after\n");
    OnFx.await("the strip", () -> note().contains("console.log: permission denied."));
    assertThat(counts()).startsWith("200 lines");
    guest.console().unreadable("");
    robot.clickOn(button("Retry"));
    OnFx.await("the rest", () -> counts().startsWith("201 lines"));
    OnFx.await("no strip", () -> !view.lookup(".console-note").isVisible());
  }

  @Test
  void aLostSocketKeepsTheTextAndSaysSo() {
    guest.console().end();
    OnFx.await("the strip", () -> note().startsWith("The serial socket was lost"));
    assertThat(counts()).startsWith("200 lines");
    assertThat(field().isDisabled()).isTrue();
    assertThat(field().getPromptText()).contains("nothing can be typed");
    robot.clickOn(button("Restart"));
    assertThat(desk.session().asked()).contains("restart");
  }

  @Test
  void aConsoleOfAnotherProgramsGuestIsNotBroughtBackByARestart() {
    guest.limit(new Limits(true, "", "", "", "", "", ""));
    guest.console().end();
    OnFx.await("the strip", () -> note().endsWith("Detach and attach again to connect it."));
    assertThat(view.lookup(".console-note .button").isVisible()).isFalse();
  }

  private String note() {
    var strip = view.lookup(".console-note");
    return strip.isVisible() ? strip.getAccessibleText() : "";
  }

  private Button button(String text) {
    return (Button)
        view.lookupAll(".button").stream()
            .filter(node -> node instanceof Button found && found.getText().equals(text))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void aTypedLineIsSentWithItsLineEnd() {
    run("console.input");
    robot.write("help");
    robot.push(KeyCode.ENTER);
    awaitTyped("help\n");
    robot.clickOn(toggle("CR LF"));
    run("console.input");
    robot.write("ps");
    robot.push(KeyCode.ENTER);
    awaitTyped("help\n", "ps\r\n");
    assertThat(field().getText()).isEmpty();
  }

  @Test
  void earlierLinesComeBackByUp() {
    run("console.input");
    robot.write("one\ntwo\n");
    awaitTyped("one\n", "two\n");
    robot.push(KeyCode.UP);
    robot.push(KeyCode.UP);
    assertThat(field().getText()).isEqualTo("one");
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.ENTER);
    awaitTyped("one\n", "two\n", "two\n");
  }

  @Test
  void pastedLinesAreSentOneByOneAndTheRestWaitsForEnter() {
    run("console.input");
    robot.write("he");
    clipboard("lp\r\nps\nst");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    awaitTyped("help\n", "ps\n");
    assertThat(field().getText()).isEqualTo("st");
    robot.write("ats\n");
    awaitTyped("help\n", "ps\n", "stats\n");
    robot.push(KeyCode.UP);
    robot.push(KeyCode.UP);
    assertThat(field().getText()).isEqualTo("ps");
  }

  @Test
  void whatIsTypedOrPastedOverTheLinesIsMeantForTheGuest() {
    robot.clickOn(inLines(300, 60));
    robot.write("he");
    clipboard("lp\n");
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.CONTROL, KeyCode.V);
    awaitTyped("help\n");
    OnFx.await("the keyboard", () -> field().isFocused());
  }

  @Test
  void theConsoleIsSavedWhereOneChoosesAndNowhereWhenOneThinksBetterOfIt() throws Exception {
    run("console.save");
    assertThat(desk.toasts()).isEmpty();
    chosen = Optional.of(folder);
    run("console.save");
    OnFx.await("a word", () -> !desk.toasts().isEmpty());
    assertThat(desk.toasts().getFirst().title()).isEqualTo("Console saved");
    assertThat(folder.resolve("console-19.log")).content().startsWith("line 0\nline 1\n");
    chosen = Optional.of(folder.resolve("gone"));
    run("console.save");
    OnFx.await("another word", () -> desk.toasts().size() > 1);
    assertThat(desk.toasts().getLast().text())
        .isEqualTo(
            folder.resolve("gone/console-19.log")
                + " could not be written: its folder is not there. Choose another place.");
  }

  @Test
  void inRawModeEveryKeyGoesToTheGuest() {
    raw();
    robot.write("ls");
    robot.push(KeyCode.ENTER);
    robot.push(KeyCode.UP);
    robot.push(KeyCode.TAB);
    robot.push(KeyCode.F5);
    robot.push(KeyCode.ESCAPE);
    robot.push(KeyCode.BACK_SPACE);
    robot.push(KeyCode.CONTROL, KeyCode.C);
    robot.push(KeyCode.CONTROL, KeyCode.F);
    awaitTyped("ls\r\u001b[A\t\u001b[15~\u001b\u007f\u0003\u0006");
    assertThat(view.lookup(".console-sink").isFocused()).isTrue();
  }

  @Test
  void rawModeIsReleasedByItsOneKey() {
    raw();
    robot.write("a");
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.G);
    OnFx.await("the field", () -> field().isFocused());
    robot.write("b");
    awaitTyped("a");
    assertThat(field().getText()).isEqualTo("b");
  }

  @Test
  void keysOverTheLinesGoToTheGuestInRawModeToo() {
    raw();
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.PAGE_UP);
    awaitTyped("\u001b[5~");
  }

  @Test
  void textIsPastedInRawModeAsATerminalDoes() {
    clipboard("a\nb");
    raw();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    awaitTyped("a\rb");
  }

  @Test
  void scrollingUpStopsFollowingAndTheChipBringsBack() {
    assertThat(toggle("Follow tail").isSelected()).isTrue();
    robot.moveTo(inLines(300, 60));
    robot.scroll(10, VerticalDirection.DOWN);
    robot.scroll(10, VerticalDirection.UP);
    OnFx.await("not following", () -> !toggle("Follow tail").isSelected());
    guest.console().print(9_000, "more\nand more\n");
    OnFx.await("news", () -> chip().isVisible() && chip().getText().equals("2 new lines"));
    robot.clickOn(chip());
    OnFx.await("following", () -> toggle("Follow tail").isSelected() && !chip().isVisible());
  }

  @Test
  void textIsSelectedByMouseAndCopied() {
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.HOME);
    double left = 113;
    robot.drag(inLines(left, 10)).dropTo(inLines(left + 400, 30));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    String copied = OnFx.get(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied).startsWith("ine 0\n").endsWith("line 1");
  }

  @Test
  void choosingALineMovesTheCommonCursorAndTheReverse() {
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.HOME);
    robot.clickOn(inLines(300, 10));
    assertThat(desk.session().cursor().get()).hasValue(0);
    robot.push(KeyCode.DOWN);
    assertThat(desk.session().cursor().get()).hasValue(10);
    OnFx.run(() -> desk.session().cursor().set(OptionalDouble.of(1_504)));
    robot.clickOn(inLines(300, 10));
    assertThat(desk.session().cursor().get().getAsDouble()).isBetween(1_200d, 1_504d);
    robot.push(KeyCode.ESCAPE);
    assertThat(desk.session().cursor().get()).as("after Esc").isEmpty();
  }

  @Test
  void linesThatAFilterShowsOrGivesBackAreNotNew() {
    OnFx.run(() -> toggle("Follow tail").fire());
    assertThat(toggle("Follow tail").isSelected()).isFalse();
    filterFor("/[57]7 seven$/", "2 of 200 lines");
    filterFor("", "200 lines");
    assertThat(toggle("Follow tail").isSelected()).isTrue();
  }

  private void filterFor(String words, String counted) {
    OnFx.run(() -> ((TextField) view.lookup(".console-filter")).setText(words));
    OnFx.await(counted, () -> counts().startsWith(counted));
    OnFx.painted();
    assertThat(chip().isVisible()).isFalse();
  }

  @Test
  void theLineToTypeOnStaysInALowPanelWithoutLines() {
    OnFx.run(() -> ((TextField) view.lookup(".console-filter")).setText("none of them"));
    OnFx.await("words in place of lines", () -> view.lookup(".tri-hint") != null);
    OnFx.run(() -> stage.setHeight(150));
    OnFx.painted();
    var place = OnFx.get(() -> field().localToScene(field().getLayoutBounds()));
    assertThat(place.getMaxY()).isLessThanOrEqualTo(stage.getScene().getHeight());
  }

  @Test
  void theFilterKeepsMatchingLines() {
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.CONTROL, KeyCode.F);
    robot.write("/[57]7 seven$/");
    OnFx.await("a filtered count", () -> counts().startsWith("2 of 200 lines"));
    robot.push(KeyCode.ESCAPE);
    OnFx.await("all lines", () -> counts().startsWith("200 lines"));
  }

  @Test
  void aWrongFilterIsMarkedAndTheLastOneStays() {
    robot.clickOn(view.lookup(".console-filter"));
    robot.write("seven");
    OnFx.await("a filtered count", () -> counts().startsWith("4 of 200"));
    OnFx.run(() -> ((TextField) view.lookup(".console-filter")).setText("line /(/"));
    OnFx.await(
        "the mark", () -> view.lookup(".console-filter").getStyleClass().contains("tri-bad-field"));
    assertThat(counts()).startsWith("4 of 200");
  }

  @Test
  void findingCountsAndGoesToMatches() {
    robot.clickOn(inLines(300, 60));
    robot.push(KeyCode.F3);
    robot.write("seven");
    var count = (Label) view.lookup(".console-find-count");
    OnFx.await("a count", () -> count.getText().equals("4 lines"));
    robot.push(KeyCode.ENTER);
    OnFx.await("a place", () -> count.getText().endsWith("of 4 lines"));
    assertThat(toggle("Follow tail").isSelected()).isFalse();
    robot.push(KeyCode.ESCAPE);
    OnFx.await("closed", () -> !view.lookup(".console-find").isVisible());
    assertThat(lines().isFocused()).isTrue();
  }

  @Test
  void theFieldClosesWithTheGuest() {
    guest.end(Verdict.CRASHED, "page fault");
    OnFx.await("closed", () -> field().isDisabled());
    assertThat(field().getPromptText()).isEqualTo("Guest not running (crashed)");
  }

  @Test
  void whatCannotBeSentIsSaid() {
    guest.refuse("the guest is gone");
    run("console.input");
    robot.write("x\n");
    OnFx.await("the note", () -> note().equals("Not sent: the guest is gone"));
  }

  @Test
  void clearingEmptiesTheViewOnly() {
    run("console.clear");
    OnFx.await("an empty view", () -> counts().isEmpty());
    assertThat(guest.console().length()).isPositive();
    guest.console().print(9_000, "after\n");
    OnFx.await("the new line", () -> counts().equals("1 line"));
  }

  @Test
  void aPastRunIsShownFromItsLog() {
    var console = new FakeConsole().print(5, "long ago\nthe end\n").end();
    var record = Samples.record(12, Verdict.STOPPED, "");
    OnFx.run(
        () ->
            desk.session()
                .run()
                .set(Optional.of(new ShownRun.Past(record, console, new FakeVitals()))));
    OnFx.await("its lines", () -> counts().equals("2 lines"));
    assertThat(field().isDisabled()).isTrue();
  }
}
