// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.guest.Views;
import trilobite.model.packet.Direction;
import trilobite.model.packet.flow.PacketMark;
import trilobite.model.packet.layer.Layer;
import trilobite.model.port.Captures.Reader;
import trilobite.model.run.Limits;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vital;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The panel by mouse and keyboard, and how it looks.
@Tag("ui")
final class PacketsUiTest {

  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  @TempDir private Path folder;
  private PacketsPanel panel = new PacketsPanel();
  private Parent node;
  private Optional<Stage> stage = Optional.empty();

  private Scene open(Theme theme, int width, int height) {
    guest.vitals().now(49_000);
    var scene =
        OnFx.get(
            () -> {
              desk.look().theme().set(theme);
              panel =
                  new PacketsPanel(
                      (_, name, _) -> Optional.of(folder.resolve(name)), ZoneOffset.UTC);
              desk.session().live(guest);
              node = (Parent) panel.open(desk);
              var made = new Scene(node, width, height);
              theme.apply(made, 1);
              var shown = new Stage();
              shown.setScene(made);
              shown.show();
              stage = Optional.of(shown);
              panel.shown(true);
              return made;
            });
    OnFx.painted();
    return scene;
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          panel.close();
          stage.ifPresent(Stage::close);
        });
  }

  private PacketSheet sheet() {
    return (PacketSheet) node.lookup(".packet-sheet");
  }

  private String counts() {
    return ((Label) node.lookup(".packets-bar > .tri-small")).getText();
  }

  private String head() {
    var label = (Label) node.lookup(".packet-head > .tri-name");
    return label == null ? "" : label.getText();
  }

  private void filter(String line) {
    OnFx.run(() -> ((TextField) node.lookup(".tri-filter > .text-field")).setText(line));
  }

  private void opened(int packets) {
    open(Theme.DARK, 1300, 420);
    OnFx.await("the counts", () -> counts().startsWith("%,d captured".formatted(packets)));
    OnFx.painted();
  }

  @Test
  void aFilterThatComesWhilePacketsAreBeingOpenedHolds() {
    SampleFrames.fill(guest.packets());
    var opening = guest.openPacketsSlowly();
    open(Theme.DARK, 1300, 420);
    filter("arp");
    OnFx.await(
        "the filter", () -> node.lookup(".tri-filter").getPseudoClassStates().contains(GOOD));
    opening.countDown();
    OnFx.await("the counts", () -> counts().contains(" of 12 captured"));
    assertThat(OnFx.get(this::counts)).doesNotStartWith("12 of");
  }

  @Test
  void packetsThatPassNoRelayAreNotSaidToBeCopiedByIt() {
    SampleFrames.fill(guest.packets());
    guest.limit(
        new Limits(false, "", "", "", "Its packets are seen, but none is sent.", "", "Seen."));
    opened(12);
    var badge = (ProvenanceBadge) node.lookup(".tri-provenance");
    assertThat(OnFx.get(badge::text)).isEqualTo("Copied by QEMU 0 pauses");
  }

  @Test
  void aGuestOfSomebodyElsesIsAskedForItsPacketsByAButtonThatSaysWhatItDoes() {
    guest.limit(new Limits(true, "", "", "", "No relay of ours.", "", ""));
    guest.vitals().unknown(Vital.NET_RX_PACKETS, "not asked for");
    open(Theme.DARK, 1300, 420);
    OnFx.await("the hint", () -> node.lookup(".tri-hint-actions .button") != null);
    var hint = OnFx.get(() -> node.lookup(".tri-hint-actions .button"));
    var text = (Label) node.lookup(".tri-hint-text");
    assertThat(OnFx.get(text::getText)).contains("puts a filter-dump", "when you detach");
    // Without a caret that blinks.
    OnFx.run(hint::requestFocus);
    OnFx.painted();
    Snapshot.compare("packets-elsewhere", Theme.DARK, node.getScene());
    OnFx.run(() -> ((Button) hint).fire());
    OnFx.await("it to be asked for", () -> guest.tapped() == 1);
    OnFx.await("the toast", () -> !desk.toasts().isEmpty());

    guest.limit(new Limits(true, "", "", "", "No relay of ours.", "", "It has no QMP socket."));
    OnFx.await(
        "the reason",
        () -> ((Label) node.lookup(".tri-hint-text")).getText().equals("It has no QMP socket."));
    assertThat(OnFx.get(() -> Optional.ofNullable(node.lookup(".tri-hint-actions")))).isEmpty();
  }

  @Test
  void choosingAPacketOpensItAndMovesTheCommonCursor() {
    SampleFrames.fill(guest.packets());
    opened(12);
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    OnFx.await("the first", () -> head().equals("Packet 1"));
    assertThat(desk.session().cursor().get()).hasValue(46_900);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    robot.push(KeyCode.DOWN);
    OnFx.await("the fourth", () -> head().equals("Packet 4"));
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    assertThat(OnFx.get(() -> Clipboard.getSystemClipboard().getString()))
        .contains("POST /tides HTTP/1.1");
  }

  private double top(String what) {
    return node.lookup(what).localToScene(node.lookup(what).getLayoutBounds()).getMinY();
  }

  private double bottom(String what) {
    return node.lookup(what).localToScene(node.lookup(what).getLayoutBounds()).getMaxY();
  }

  @Test
  void theListHasTheWholeWidthWhileNoneIsChosenAndAlwaysSaysWhatAPacketIs() {
    SampleFrames.fill(guest.packets());
    open(Theme.DARK, 860, 300);
    OnFx.await("the counts", () -> counts().startsWith("12 captured"));
    OnFx.painted();
    assertThat(OnFx.get(() -> sheet().getWidth())).isGreaterThan(850);
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    OnFx.await("the first beside the list", () -> sheet().getWidth() < 600);
    assertThat(OnFx.get(() -> sheet().infoWidth())).isGreaterThan(95);
    // The ways from it need two lines there, and cover nothing.
    assertThat(OnFx.get(() -> bottom(".packet-links .tri-segment")))
        .isLessThanOrEqualTo(OnFx.get(() -> top("#packet-tree")));
    assertThat(OnFx.get(() -> top(".packet-links .button")))
        .isGreaterThanOrEqualTo(OnFx.get(() -> bottom(".packet-head")));
    robot.push(KeyCode.ESCAPE);
    OnFx.await("the list alone", () -> sheet().getWidth() > 850);
    assertThat(OnFx.get(() -> sheet().selected())).isEqualTo(-1);
  }

  @Test
  void aFilterThinsTheListOutAndABadOneLeavesTheLastGoodOne() {
    SampleFrames.fill(guest.packets());
    opened(12);
    filter("port 51902");
    OnFx.await("nine", () -> counts().startsWith("9 of 12 captured"));
    filter("port 51902 and prot 80");
    OnFx.await("the problem", () -> node.lookup(".packet-problem").isVisible());
    assertThat(OnFx.get(() -> ((Label) node.lookup(".packet-problem")).getText()))
        .startsWith("Column")
        .contains("port")
        .endsWith("Still showing the last valid filter, “port 51902”.");
    assertThat(OnFx.get(this::counts)).startsWith("9 of 12");
  }

  @Test
  void itFollowsTheNewestUntilOneLooksBack() {
    for (int i = 0; i < 500; i++) {
      guest.packets().add(i, Direction.TO_GUEST, SampleFrames.syn(40_000 + i));
    }
    opened(500);
    assertThat(OnFx.get(() -> sheet().follow().get())).isTrue();
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    OnFx.await("the first", () -> head().equals("Packet 1"));
    assertThat(OnFx.get(() -> sheet().follow().get())).isFalse();
    robot.push(KeyCode.END);
    OnFx.await("the last", () -> head().equals("Packet 500"));
    assertThat(OnFx.get(() -> sheet().follow().get())).isTrue();
  }

  @Test
  void savesWhatTheFilterPassesForWireshark() throws Exception {
    SampleFrames.fill(guest.packets());
    opened(12);
    filter("syn");
    OnFx.await("SYNs", () -> counts().startsWith("5 of 12"));
    OnFx.run(panel::focus);
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    assertThat(desk.toasts().getFirst().text()).startsWith("5 packets to");
    assertThat(Files.readAllBytes(folder.resolve("run-19.pcapng")))
        .startsWith(0x0a, 0x0d, 0x0d, 0x0a);
  }

  private String badge() {
    var badge = (ProvenanceBadge) node.lookup(".tri-provenance");
    return badge.isVisible() ? badge.text() : "";
  }

  @Test
  void nothingIsCopiedWhereNoGuestRuns() {
    SampleFrames.fill(guest.packets());
    opened(12);
    assertThat(OnFx.get(this::badge)).isEqualTo("Copied by the relay 0 pauses");
    guest.become(RunState.ENDED);
    OnFx.await("its end", () -> badge().equals("As recorded the run is over"));
    OnFx.run(() -> desk.session().run().set(Optional.empty()));
    OnFx.await("no run", () -> badge().isEmpty());
  }

  private String chosen() {
    var label = (Label) node.lookup(".packets-chosen");
    return label.isVisible() ? label.getText() : "";
  }

  private static List<String> clipboard() {
    return OnFx.get(() -> Clipboard.getSystemClipboard().getString()).lines().skip(1).toList();
  }

  /// A place in a row of the list, by its index.
  private Point2D row(int index) {
    return OnFx.get(() -> sheet().localToScreen(60, 26 + 24 * index + 12));
  }

  /// A press with Ctrl or Shift, which the headless robot does not tell of.
  private void pressWith(int index, boolean ctrl) {
    OnFx.run(
        () -> {
          // Events give their place in the scene.
          var at = sheet().localToScene(60, 26 + 24 * index + 12);
          sheet()
              .fireEvent(
                  new MouseEvent(
                      MouseEvent.MOUSE_PRESSED,
                      at.getX(),
                      at.getY(),
                      at.getX(),
                      at.getY(),
                      MouseButton.PRIMARY,
                      1,
                      !ctrl,
                      ctrl,
                      false,
                      false,
                      true,
                      false,
                      false,
                      false,
                      false,
                      true,
                      null));
        });
  }

  private void menu(String words) {
    robot.clickOn(
        OnFx.get(
            () ->
                Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .flatMap(open -> open.getScene().getRoot().lookupAll(".label").stream())
                    .filter(label -> label instanceof Label l && l.getText().equals(words))
                    .findFirst()
                    .orElseThrow()));
  }

  @Test
  void severalAreSelectedByKeysAndCopiedAsText() {
    first();
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.push(KeyCode.SHIFT, KeyCode.DOWN);
    OnFx.await("three", () -> chosen().equals("3 selected"));
    assertThat(OnFx.get(this::head)).isEqualTo("Packet 3");
    robot.push(KeyCode.SHORTCUT, KeyCode.DOWN);
    robot.push(KeyCode.SHORTCUT, KeyCode.DOWN);
    robot.push(KeyCode.SHORTCUT, KeyCode.SPACE);
    OnFx.await("a fourth, apart", () -> chosen().equals("4 selected"));
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(desk.toasts().getFirst().text()).isEqualTo("4 packets as tab-separated.");
    assertThat(clipboard())
        .extracting(row -> row.split("\t")[0])
        .containsExactly("1", "2", "3", "5");
    robot.push(KeyCode.ESCAPE);
    OnFx.await("none", () -> chosen().isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    assertThat(desk.toasts()).hasSize(1);
  }

  @Test
  void allIsWhatTheFilterShows() {
    SampleFrames.fill(guest.packets());
    opened(12);
    filter("syn");
    OnFx.await("SYNs", () -> counts().startsWith("5 of 12"));
    OnFx.run(panel::focus);
    robot.push(KeyCode.SHORTCUT, KeyCode.A);
    OnFx.await("all five", () -> chosen().equals("5 selected"));
    guest.packets().add(48_950, Direction.TO_GUEST, SampleFrames.syn(40_001));
    OnFx.await("a sixth", () -> counts().startsWith("6 of 13"));
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(desk.toasts().getFirst().text()).isEqualTo("5 packets as JSON.");
  }

  @Test
  void thoseClickedWithCtrlAreExportedByTheMenuWithTheirComments() throws Exception {
    SampleFrames.fill(guest.packets());
    guest.vitals().now(52_000);
    opened(12);
    // The first is answered, the sixth and seventh are dropped.
    robot.clickOn(row(0));
    OnFx.await("the first", () -> head().equals("Packet 1"));
    pressWith(5, true);
    pressWith(6, true);
    pressWith(0, true);
    OnFx.await("two", () -> chosen().equals("2 selected"));
    robot.rightClickOn(row(5));
    OnFx.await("still two", () -> head().equals("Packet 6") && chosen().equals("2 selected"));
    menu("Export selected as pcapng…");
    OnFx.await("a toast", () -> !desk.toasts().isEmpty());
    assertThat(desk.toasts().getFirst().text()).startsWith("2 packets to");
    var file = folder.resolve("run-19.pcapng");
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(text.split(PacketMark.DROPPED.words(), -1)).hasSize(3);
    robot.rightClickOn(row(1));
    OnFx.await("another alone", () -> head().equals("Packet 2") && chosen().isEmpty());
    menu("Copy");
    OnFx.await("copied", () -> desk.toasts().size() == 2);
    assertThat(clipboard()).singleElement().asString().startsWith("2\t");
  }

  @Test
  void manySelectedOnesOutliveACursorThatMoves() {
    first();
    desk.session().cursor().set(OptionalDouble.of(47_000));
    OnFx.await("the fourth", () -> sheet().selected() == 3);
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(clipboard()).singleElement().asString().startsWith("4\t");
    robot.push(KeyCode.SHIFT, KeyCode.UP);
    OnFx.await("two", () -> chosen().equals("2 selected"));
    OnFx.run(() -> desk.session().cursor().set(OptionalDouble.of(47_300)));
    OnFx.await("the eleventh", () -> sheet().selected() == 10);
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    assertThat(OnFx.get(this::chosen)).isEqualTo("2 selected");
  }

  @Test
  void aConnectionIsOneClickAway() {
    SampleFrames.fill(guest.packets());
    opened(12);
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    OnFx.await("the first", () -> head().equals("Packet 1"));
    OnFx.painted();
    press("Connection");
    OnFx.await("connections", () -> desk.revealed().contains("connections port:8080"));
    press("Stream");
    OnFx.await("the stream", () -> !desk.pages().isEmpty());
  }

  private void press(String button) {
    press(button, ".packet-links ");
  }

  private void press(String button, String where) {
    robot.clickOn(
        OnFx.get(
            () ->
                Stream.of(".button", ".toggle-button")
                    .flatMap(kind -> node.lookupAll(where + kind).stream())
                    .map(ButtonBase.class::cast)
                    .filter(b -> b.getText().equals(button))
                    .findFirst()
                    .orElseThrow()));
  }

  private void first() {
    SampleFrames.fill(guest.packets());
    opened(12);
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    OnFx.await("the first", () -> head().equals("Packet 1"));
    OnFx.painted();
  }

  @Test
  void itsThreadIsOneClickAwayAndItsAbsenceIsTold() {
    first();
    press("Thread");
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(desk.toasts().getFirst().title()).isEqualTo("No thread");
    guest.eyes().rows(Views.LISTENERS, List.of(SampleSockets.listener(8080, 7)));
    guest.eyes().rows(Views.SOCKETS, List.of());
    press("Thread");
    OnFx.await("who accepts", () -> desk.revealed().contains("threads id:7"));
    guest.eyes().rows(Views.SOCKETS, List.of(SampleSockets.socket(8080, 51902, 3)));
    press("Thread");
    OnFx.await("who waits for it", () -> desk.revealed().contains("threads id:3"));
  }

  @Test
  void askingTsharkThatIsCancelledIsSaidToBe() {
    var captures = desk.workbench().captures();
    captures.install(Reader.TSHARK);
    captures.answerNothing();
    first();
    press("tshark");
    OnFx.await("the wait", () -> notice().startsWith("Asking tshark …"));
    var jobs = desk.workbench().jobs();
    OnFx.await("the job", () -> !jobs.running().isEmpty() && !captures.decoded().isEmpty());
    jobs.running().forEach(job -> jobs.cancel(job.id()));
    OnFx.await("its end", () -> notice().startsWith("Asking tshark was cancelled."));
  }

  @Test
  void tsharksViewTakesThePlaceOfOursWhereItIsInstalled() {
    first();
    press("tshark");
    OnFx.await("the reason", () -> notice().startsWith("tshark is not installed."));
    assertThat(OnFx.get(this::layers)).contains("TCP");

    var captures = desk.workbench().captures();
    captures.install(Reader.TSHARK);
    captures.layers(List.of(new Layer("Dissected", "deeply", 0, 14, List.of(), Optional.empty())));
    robot.clickOn(sheet());
    OnFx.run(panel::focus);
    robot.push(KeyCode.HOME);
    for (int i = 0; i < 3; i++) {
      robot.push(KeyCode.DOWN);
    }
    OnFx.await("tshark's layers", () -> layers().equals(List.of("Dissected")));
    // The request, and the handshake before it.
    assertThat(captures.decoded().getLast()).extracting("number").containsExactly(1L, 2L, 3L, 4L);
    robot.push(KeyCode.UP);
    OnFx.await("the third", () -> head().equals("Packet 3"));
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    int asked = captures.decoded().size();
    robot.push(KeyCode.DOWN);
    OnFx.await("the fourth", () -> head().equals("Packet 4"));
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    // It is kept.
    assertThat(captures.decoded()).hasSize(asked);
    press("Trilobite");
    OnFx.await("ours", () -> layers().contains("TCP"));
  }

  private String notice() {
    var label = (Label) node.lookup(".packet-notice");
    return label.isVisible() ? label.getText() : "";
  }

  private List<String> layers() {
    var tree = (TreeView<?>) node.lookup("#packet-tree");
    return tree.getRoot().getChildren().stream()
        .map(item -> item.getValue().toString().replaceAll("Part\\[name=([^,]*),.*", "$1"))
        .toList();
  }

  @Test
  void wiresharkGetsASnapshotOrIsSaidToBeMissing() {
    SampleFrames.fill(guest.packets());
    desk.workbench().captures().folder(folder);
    opened(12);
    OnFx.run(() -> ((Button) node.lookup("#packets-wireshark")).fire());
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(desk.toasts().getFirst().text()).startsWith("Wireshark is not installed.");
    OnFx.run(() -> desk.toasts().getFirst().actions().getFirst().run().run());
    OnFx.await("saved instead", () -> desk.toasts().size() == 2);
    assertThat(folder.resolve("run-19.pcapng")).isNotEmptyFile();

    desk.workbench().captures().install(Reader.WIRESHARK);
    OnFx.run(() -> ((Button) node.lookup("#packets-wireshark")).fire());
    OnFx.await("Wireshark", () -> desk.workbench().captures().shown().size() == 1);
    assertThat(desk.workbench().captures().shown().getFirst()).isNotEmptyFile();
  }

  @Test
  void aMarkThatComesLateBringsItsPacketIntoAFilteredList() {
    guest.packets().add(48_500, Direction.TO_GUEST, SampleFrames.syn(40_001));
    guest.packets().add(48_600, Direction.TO_GUEST, SampleFrames.syn(40_002));
    opened(2);
    filter("marked");
    OnFx.await("none yet", () -> counts().startsWith("0 of 2"));
    guest.vitals().now(49_550);
    OnFx.await("the first", () -> counts().startsWith("1 of 2"));
    guest.vitals().now(50_000);
    OnFx.await("both", () -> counts().startsWith("2 of 2"));
    // Answered after all.
    guest
        .packets()
        .add(50_100, Direction.FROM_GUEST, SampleFrames.tcp(false, 40_001, 18, 5000, 1001, ""));
    OnFx.await("one again", () -> counts().startsWith("1 of 3"));
  }

  @Test
  void looksRight() {
    picture("packets-none");
    SampleFrames.fill(guest.packets());
    picture("packets");
    picture("packets-several", KeyCode.SHIFT);
  }

  @Test
  void theGraphLooksRight() {
    SampleFrames.download(guest.packets());
    int count = (int) guest.packets().span().count();
    for (var theme : Theme.values()) {
      var scene = open(theme, 1440, 640);
      OnFx.await("the counts", () -> counts().startsWith(count + " captured"));
      OnFx.run(() -> ((PacketsView) node).choose(40));
      OnFx.await("the packet", () -> head().equals("Packet 41"));
      press("Graph");
      OnFx.await("a graph", () -> node.lookup(".sequence-plot") != null);
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(() -> desk.session().cursor().set(OptionalDouble.of(1012)));
      OnFx.await("drawn", () -> graph().painted() && desk.workbench().jobs().running().isEmpty());
      OnFx.run(() -> panel.shown(false));
      OnFx.painted();
      Snapshot.compare("packets-graph", theme, scene);
      close();
    }
  }

  @Test
  void aConnectionIsDrawnAndCanBeZoomed() {
    SampleFrames.download(guest.packets());
    int count = (int) guest.packets().span().count();
    opened(count);
    press("Graph", ".packets-bar ");
    OnFx.await("the hint", () -> node.lookup(".flow-graph .tri-hint") != null);
    OnFx.run(() -> sheet(count));
    OnFx.await("a graph", () -> node.lookup(".sequence-plot") != null);
    var plot = OnFx.get(() -> node.lookup(".sequence-plot"));
    OnFx.run(plot::requestFocus);
    OnFx.await("drawn", () -> plot.getAccessibleText() != null);
    assertThat(OnFx.get(plot::getAccessibleText))
        .isEqualTo("Sequence numbers over time: 73 segments, 1 of them remarkable");
    double whole = OnFx.get(() -> graph().group().window().span());
    robot.push(KeyCode.PLUS);
    assertThat(OnFx.get(() -> graph().group().window().span())).isLessThan(whole);
    robot.push(KeyCode.DIGIT0);
    assertThat(OnFx.get(() -> graph().group().window().span())).isEqualTo(whole);
    robot.push(KeyCode.RIGHT);
    assertThat(OnFx.get(() -> desk.session().cursor().get())).isPresent();
    press("To guest", ".flow-bar ");
    OnFx.await(
        "the other way",
        () -> plot.getAccessibleText().startsWith("Sequence numbers over time: 1 "));
  }

  private FlowGraph graph() {
    return (FlowGraph) node.lookup(".flow-graph");
  }

  /// Chooses a packet while the list is not in sight.
  private void sheet(int number) {
    desk.session().cursor().set(OptionalDouble.empty());
    ((PacketsView) node).choose(number - 1);
  }

  private void picture(String name, KeyCode... with) {
    for (var theme : Theme.values()) {
      var scene = open(theme, 1440, 420);
      if (guest.packets().span().count() > 0) {
        OnFx.await("the counts", () -> counts().startsWith("12 captured"));
        OnFx.run(panel::focus);
        robot.push(KeyCode.HOME);
        robot.press(with);
        for (int i = 0; i < 3; i++) {
          robot.push(KeyCode.DOWN);
        }
        robot.release(with);
        OnFx.await("the fourth", () -> head().equals("Packet 4"));
      }
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(() -> panel.shown(false));
      OnFx.painted();
      Snapshot.compare(name, theme, scene);
      close();
    }
  }
}
