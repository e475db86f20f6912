// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import trilobite.model.packet.Direction;
import trilobite.model.run.RunId;
import trilobite.model.run.RunState;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
class StreamPageUiTest {

  private static final String REQUEST = "POST /tides HTTP/1.1\nHost: 127.0.0.1:8080";

  @TempDir private Path folder;
  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private Optional<Stage> stage = Optional.empty();
  private Parent page = new Group();

  /// Follows the connection of the sample's first packet.
  private Scene open(Theme theme) {
    SampleFrames.fill(guest.packets());
    guest.vitals().now(49_000);
    var panel =
        OnFx.get(
            () -> {
              var made =
                  new PacketsPanel(
                      (_, name, _) -> Optional.of(folder.resolve(name)), ZoneOffset.UTC);
              desk.look().theme().set(theme);
              desk.session().live(guest);
              return made;
            });
    var packets = OnFx.get(() -> (Parent) panel.open(desk));
    show(packets, theme);
    OnFx.run(() -> panel.shown(true));
    OnFx.run(panel::focus);
    OnFx.await("packets", () -> packets.lookup(".packet-sheet") != null);
    OnFx.await(
        "the counts",
        () -> ((Label) packets.lookup(".packets-bar > .tri-small")).getText().startsWith("12 cap"));
    OnFx.painted();
    OnFx.run(() -> packets.lookup(".packet-sheet").requestFocus());
    robot.push(KeyCode.HOME);
    OnFx.await("a packet", () -> packets.lookup(".packet-links") != null);
    OnFx.painted();
    robot.clickOn(
        OnFx.get(
            () ->
                packets.lookupAll(".packet-links .button").stream()
                    .filter(b -> ((Button) b).getText().equals("Stream"))
                    .findFirst()
                    .orElseThrow()));
    OnFx.await("the page", () -> desk.lastPage().isPresent());
    page = (Parent) desk.lastPage().orElseThrow();
    OnFx.run(panel::close);
    var scene = show(page, theme);
    OnFx.await("lines", () -> title().startsWith("tcp 10.0.2.15:8080 ↔ 10.0.2.2:51902"));
    OnFx.run(() -> ((StreamPage) page).focusMain());
    OnFx.painted();
    return scene;
  }

  private Scene show(Parent node, Theme theme) {
    return OnFx.get(
        () -> {
          stage.ifPresent(Stage::close);
          var made = new Scene(node, 960, 420);
          theme.apply(made, 1);
          var shown = new Stage();
          shown.setScene(made);
          shown.show();
          stage = Optional.of(shown);
          return made;
        });
  }

  @AfterEach
  void close() {
    OnFx.run(() -> stage.ifPresent(Stage::close));
  }

  private String title() {
    return ((Label) page.lookup(".stream-title")).getText();
  }

  private void choose(String button) {
    robot.clickOn(
        OnFx.get(
            () ->
                page.lookupAll(".tri-segment > .toggle-button").stream()
                    .filter(b -> ((ToggleButton) b).getText().equals(button))
                    .findFirst()
                    .orElseThrow()));
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    OnFx.painted();
    OnFx.run(() -> ((StreamPage) page).focusMain());
  }

  private String copied() {
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    return OnFx.get(
        () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), ""));
  }

  @Test
  void oneEndIsReadByItselfAsTextOrAsBytes() {
    open(Theme.DARK);
    assertThat(copied()).startsWith(REQUEST).contains("{\"station\"").contains("HTTP/1.1 201");
    choose("Guest");
    assertThat(copied()).isEqualTo("HTTP/1.1 201 Created\nContent-Length: 0\n");
    choose("Hex");
    assertThat(copied())
        .startsWith(
            "00000000  48 54 54 50 2f 31 2e 31  20 32 30 31 20 43 72 65  |HTTP/1.1 201 Cre|");
    choose("Peer");
    assertThat(copied()).startsWith("00000000  50 4f 53 54 ");
  }

  @Test
  void itIsSearched() {
    open(Theme.DARK);
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("content-length");
    OnFx.await(
        "two lines",
        () -> ((Label) page.lookup(".console-find-count")).getText().equals("2 lines"));
    robot.push(KeyCode.ENTER);
    OnFx.await(
        "the first",
        () -> ((Label) page.lookup(".console-find-count")).getText().equals("1 of 2 lines"));
  }

  @Test
  void theBytesOfOneEndAreSavedAsTheyPassed() throws Exception {
    open(Theme.DARK);
    choose("Guest");
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    assertThat(Files.readString(folder.resolve("run-19-stream-1-guest.bin")))
        .isEqualTo("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
    assertThat(desk.toasts().getFirst().text()).startsWith("43 bytes to ");
  }

  @Test
  void whatCameSinceIsReadOnRequest() {
    open(Theme.DARK);
    choose("Peer");
    guest
        .packets()
        .add(
            49_000,
            Direction.TO_GUEST,
            SampleFrames.tcp(true, 51902, 24, 1130, 5044, "GET /more HTTP/1.1\r\n\r\n"));
    assertThat(copied()).doesNotContain("/more");
    assertThat(OnFx.get(() -> page.lookup(".grid-cut").isVisible())).isFalse();
    robot.push(KeyCode.F5);
    OnFx.await("more", () -> copied().contains("GET /more"));
  }

  @Test
  void aLineMovesTheCommonCursor() {
    open(Theme.DARK);
    robot.push(KeyCode.DOWN);
    OnFx.await("a time", () -> desk.session().cursor().get().isPresent());
    assertThat(desk.session().cursor().get().getAsDouble()).isBetween(47_056d, 47_300d);
    OnFx.run(() -> desk.session().cursor().set(OptionalDouble.empty()));
  }

  @Test
  void aPageThatWasOpenIsReadFromWhatIsKept() {
    SampleFrames.fill(desk.workbench().history().packetsOf(new RunId(7)));
    assertThat(again("stream-7-1-1")).isEmpty();
    assertThat(title()).startsWith("tcp 10.0.2.15:8080 ↔ 10.0.2.2:51902, established");
    assertThat(again("stream-7-9-1")).isEmpty();
    assertThat(title()).startsWith("tcp 10.0.2.15:8080 ↔ 10.0.2.2:51902, established");
    assertThat(again("stream-7-1-2")).startsWith("The connection's first packet has given way");
    int open = desk.pages().size();
    OnFx.run(() -> List.of("run-7", "stream-7", "stream-7-1-x").forEach(this::tryAgain));
    assertThat(desk.pages()).hasSize(open);
  }

  private void tryAgain(String id) {
    new PacketsPanel().again(id, desk);
  }

  /// What a page that is opened again says above its lines.
  private String again(String id) {
    OnFx.run(() -> tryAgain(id));
    page = (Parent) desk.lastPage().orElseThrow();
    show(page, Theme.DARK);
    OnFx.await(
        "no job", () -> desk.workbench().jobs().running().isEmpty() && !said().equals("Reading…"));
    return said();
  }

  private String said() {
    return OnFx.get(() -> ((Label) page.lookup(".grid-cut")).getText());
  }

  @ParameterizedTest
  @EnumSource(Theme.class)
  void itLooksAsDrawn(Theme theme) {
    Snapshot.compare("stream-text", theme, open(theme));
    choose("Hex");
    Snapshot.compare("stream-hex", theme, OnFx.get(page::getScene));
  }
}
