// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.seen;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;

/// Looks at one window and works it with the screen's own mouse and keyboard. Waits for what it
/// wants to press, since a person does too.
final class Person {

  /// A place of the top bar that holds nothing.
  private static final double BARE_X = 1_200;

  private static final double BARE_Y = 8;

  private final FxRobot robot = new FxRobot();
  private final AppWindow window;

  Person(AppWindow window) {
    this.window = window;
    focus();
  }

  /// Without a window manager nobody else decides which window gets the keys; and the screen gives
  /// them only to a window that somebody has just pressed.
  void focus() {
    onFx(
        () -> {
          window.stage().toFront();
          return true;
        });
    robot.clickOn(BARE_X, BARE_Y);
    onFx(
        () -> {
          window.stage().requestFocus();
          return true;
        });
    seen("the window to have the focus", () -> window.stage().isFocused());
  }

  FxRobot robot() {
    return robot;
  }

  /// A node that can be seen, in this window or a popup of it.
  Optional<Node> find(String selector) {
    return onFx(() -> find(window.scene().getRoot(), selector));
  }

  private static Optional<Node> find(Node root, String selector) {
    return root.lookupAll(selector).stream().filter(Person::visible).findFirst();
  }

  private static boolean visible(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  boolean sees(String selector) {
    return find(selector).isPresent();
  }

  Node await(String selector) {
    Patience.until(selector, () -> sees(selector));
    return find(selector).orElseThrow();
  }

  void awaitGone(String selector) {
    Patience.until(selector + " to go", () -> !sees(selector));
  }

  /// The words on a node, or those of everything below it.
  String text(String selector) {
    return onFx(() -> find(window.scene().getRoot(), selector).map(Words::of).orElse(""));
  }

  void awaitText(String selector, String part) {
    awaitText(selector, "“" + part + "”", text -> text.contains(part));
  }

  void awaitText(String selector, String what, Predicate<String> fits) {
    Patience.until(
        () -> selector + " to say " + what + "; it says “" + text(selector) + "”",
        () -> fits.test(text(selector)));
  }

  void click(String selector) {
    click(await(selector));
  }

  void click(Node node) {
    Patience.seen("a press on " + node + " to be possible", () -> !node.isDisabled());
    robot.clickOn(centre(node));
  }

  void doubleClick(Node node) {
    robot.doubleClickOn(centre(node));
  }

  void hover(Node node) {
    robot.moveTo(centre(node));
  }

  /// Where a node's middle is on the screen, once it has stopped moving.
  Point2D centre(Node node) {
    var box = Patience.settled(() -> node.localToScreen(node.getBoundsInLocal()));
    return new Point2D(box.getCenterX(), box.getCenterY());
  }

  /// Where a node stands on the screen.
  Bounds bounds(String selector) {
    var node = await(selector);
    return Patience.settled(() -> node.localToScreen(node.getBoundsInLocal()));
  }

  /// Presses the entry of an open menu.
  void choose(String entry) {
    var found = Patience.found(entry, () -> onFx(() -> Words.inPopups(entry)));
    click(found);
  }

  void drag(Node from, double byX, double byY, MouseButton button, KeyCode... held) {
    robot.press(held);
    robot.moveTo(centre(from)).press(button).moveBy(byX / 2, byY / 2).moveBy(byX / 2, byY / 2);
    robot.release(button).release(held);
  }

  /// Presses keys together.
  void keys(KeyCode... keys) {
    robot.push(keys);
  }

  void type(String text) {
    Keyboard.type(robot, text);
  }

  /// Builds by the button, and waits until there is something to run.
  void build() {
    click("#build-start");
    awaitText(".build-title", "Built in");
  }

  /// The host port of the forward, as the status bar has it.
  int port() {
    var shown = Pattern.compile("127\\.0\\.0\\.1:(\\d+) → :80").matcher(text(".tri-forwards"));
    if (!shown.find()) {
      throw new AssertionError("the status bar shows no forward: " + text(".tri-forwards"));
    }
    return Integer.parseInt(shown.group(1));
  }

  /// Opens a file of the project by its name.
  void open(String name) {
    keys(KeyCode.CONTROL, KeyCode.K);
    await("#palette-field:focused");
    type(name);
    awaitText("#palette-list .list-cell:selected", name);
    keys(KeyCode.ENTER);
    awaitText(".tri-tabs-editor .tri-tab-heads", name);
    await(".code-area:focused");
  }

  /// Runs a command through the palette.
  void command(String title) {
    keys(KeyCode.CONTROL, KeyCode.K);
    await("#palette-field:focused");
    type(">" + title);
    awaitText("#palette-list .list-cell:selected", title);
    keys(KeyCode.ENTER);
    awaitGone("#palette");
  }

  /// Fills a field with other text.
  void fill(Node field, String text) {
    click(field);
    keys(KeyCode.CONTROL, KeyCode.A);
    type(text);
    Patience.seen(
        "the field to hold " + text, () -> ((TextInputControl) field).getText().equals(text));
  }

  /// The row of a list or tree that has these words, alone or at the beginning of a line.
  Node row(String cells, String words) {
    return Patience.found(
        "a row with " + words,
        () ->
            onFx(
                () ->
                    window.scene().getRoot().lookupAll(cells).stream()
                        .filter(Person::visible)
                        .filter(cell -> Words.of(cell).lines().anyMatch(line -> says(line, words)))
                        .findFirst()));
  }

  private static boolean says(String line, String words) {
    return line.equals(words) || line.startsWith(words + " ");
  }

  /// All text of a view of lines, by selecting and copying it.
  String copied(String lines) {
    var view = await(lines);
    onFx(
        () -> {
          Clipboard.getSystemClipboard().clear();
          return true;
        });
    robot.clickOn(centre(view));
    keys(KeyCode.CONTROL, KeyCode.A);
    keys(KeyCode.CONTROL, KeyCode.C);
    Patience.seen("text on the clipboard", () -> Clipboard.getSystemClipboard().hasString());
    var text = onFx(() -> Clipboard.getSystemClipboard().getString());
    keys(KeyCode.ESCAPE);
    keys(KeyCode.END);
    return text;
  }
}
