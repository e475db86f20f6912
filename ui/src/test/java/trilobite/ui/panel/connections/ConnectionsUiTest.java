// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunState;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The panel by mouse and keyboard, and how it looks.
@Tag("ui")
final class ConnectionsUiTest {

  private final FakeDesk desk = new FakeDesk().offering("threads", "packets");
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private ConnectionsPanel panel = new ConnectionsPanel();
  private Parent node;
  private Optional<Stage> stage = Optional.empty();

  private void story() {
    guest.eyes().rows(Views.LISTENERS, SampleConnections.listeners());
    guest.eyes().rows(Views.SOCKETS, SampleConnections.sockets());
    guest.eyes().rows(Views.THREADS, SampleConnections.threads());
  }

  private Scene make(Theme theme) {
    return make(theme, 1440, 430);
  }

  private Scene make(Theme theme, int width, int height) {
    return OnFx.get(
        () -> {
          panel = new ConnectionsPanel((_, _, _) -> Optional.empty(), ZoneOffset.UTC);
          desk.session().live(guest);
          panel.announce(desk);
          node = (Parent) panel.open(desk);
          var scene = new Scene(node, width, height);
          theme.apply(scene, 1);
          return scene;
        });
  }

  private void show(Scene scene) {
    OnFx.run(
        () -> {
          var made = new Stage();
          made.setScene(scene);
          made.show();
          stage = Optional.of(made);
          panel.shown(true);
        });
    OnFx.painted();
  }

  private void open() {
    open(1440, 430);
  }

  private void open(int width, int height) {
    story();
    show(make(Theme.DARK, width, height));
    OnFx.await("rows", () -> sockets().getItems().size() == 16);
    OnFx.await("listeners", () -> listeners().getItems().size() == 4);
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

  private TableView<?> sockets() {
    return (TableView<?>) node.lookup("#grid-sockets");
  }

  private TableView<?> listeners() {
    return (TableView<?>) node.lookup("#grid-listeners");
  }

  private List<String> labels(String selector) {
    return OnFx.get(
        () ->
            node.lookupAll(selector).stream()
                .map(each -> ((Label) each).getText())
                .filter(text -> !text.isEmpty())
                .toList());
  }

  @Test
  void aFullListenerLeadsToItsCause() {
    open();
    assertThat(OnFx.get(() -> panel.badge().get())).isEqualTo("1");
    assertThat(labels(".why-bar .conn-strong"))
        .containsExactly("Why :8080 is full", ":8080", "init", "worker-2");
    assertThat(labels(".conn-card-head .conn-strong"))
        .containsExactly(":8080 drops new connections");
    robot.clickOn(OnFx.get(() -> node.lookup("#copy-why")));
    OnFx.await(
        "the chain on the clipboard",
        () ->
            String.valueOf(Clipboard.getSystemClipboard().getString())
                .startsWith("Why :8080 is full: :8080 backlog 16 / 16 → init waits"));
    // Room again: nothing is left to explain.
    guest.eyes().rows(Views.LISTENERS, SampleConnections.calm());
    OnFx.await("no badge", () -> panel.badge().get().isEmpty());
    assertThat(OnFx.get(() -> node.lookup(".why-bar").isVisible())).isFalse();
    assertThat(OnFx.get(() -> node.lookup(".conn-card").isVisible())).isFalse();
  }

  @Test
  void theCardShowsThoseThatWaitAndThoseThatOnlyTheHostKnows() {
    open();
    var buttons =
        OnFx.get(
            () ->
                node.lookupAll(".conn-card-actions .button").stream()
                    .map(each -> (Button) each)
                    .toList());
    robot.clickOn(buttons.get(0));
    OnFx.await("those in the backlog", () -> sockets().getItems().size() == 7);
    robot.clickOn(buttons.getLast());
    OnFx.await("the host's", () -> sockets().getItems().size() == 2);
    assertThat(OnFx.get(() -> filter().getText())).isEqualTo("port:8080");
    var watch = buttons.get(buttons.size() - 2);
    OnFx.run(watch::fire);
    assertThat(watch.getText()).isEqualTo("Watch init for 10 s");
    assertThat(desk.revealed()).containsExactly("threads watch:2");
  }

  /// Else a press on one that was aimed at would do what another one does.
  @Test
  void aButtonOfTheCardStaysWhatItIsWhileAnotherComesBeforeIt() {
    var card = OnFx.get(FullCard::new);
    var syns = new FullCard.Action("ci-data-structured", "Show the 3 SYNs", () -> {});
    OnFx.run(() -> card.show(facts(syns)));
    var button = (Button) OnFx.get(() -> card.lookup(".conn-card-actions .button"));
    assertThat(button.getText()).isEqualTo("Show the 3 SYNs");
    OnFx.run(() -> card.show(facts(new FullCard.Action("ci-plug", "Show the 2", () -> {}), syns)));
    assertThat(button.getText()).isEqualTo("Show the 3 SYNs");
  }

  private static Optional<FullCard.Facts> facts(FullCard.Action... actions) {
    return Optional.of(new FullCard.Facts(":80", "", "", List.of(actions)));
  }

  private TextField filter() {
    return (TextField) node.lookup(".tri-filter .text-field");
  }

  @Test
  void aListenersConnectionsAreOneKeyAway() {
    open();
    OnFx.run(() -> listeners().getSelectionModel().select(1));
    OnFx.run(() -> listeners().requestFocus());
    robot.push(KeyCode.ENTER);
    OnFx.await("its filter", () -> filter().getText().equals("port:9100"));
    OnFx.await("none of them", () -> sockets().getItems().isEmpty());
    OnFx.run(() -> panel.seek("port:51940"));
    OnFx.await("one", () -> sockets().getItems().size() == 1);
  }

  @Test
  void inALowPanelTheCardIsScrolledToAndCoversNothing() {
    open(760, 210);
    var left = OnFx.get(() -> (ScrollPane) node.lookup(".conn-left"));
    var toolbar = OnFx.get(() -> node.lookup(".tri-toolbar"));
    assertThat(box(left).getMinY()).isGreaterThanOrEqualTo(box(toolbar).getMaxY());
    assertThat(box(left).getMaxY()).isLessThanOrEqualTo(box(node.lookup(".why-bar")).getMinY());
    // The full listener's row can be seen at once, its card at the other end of the way.
    assertThat(box(node.lookup(".table-row-cell.grid-bad")).getMaxY())
        .isLessThanOrEqualTo(box(left).getMaxY());
    OnFx.run(() -> left.setVvalue(1));
    OnFx.painted();
    var buttons = OnFx.get(() -> List.copyOf(node.lookupAll(".conn-card-actions .button")));
    assertThat(box(buttons.getLast()).getMaxY()).isLessThanOrEqualTo(box(left).getMaxY());
  }

  @Test
  void aNarrowBarsStepsAreWholeAndLeadToTheirThreads() {
    open(760, 430);
    var steps = OnFx.get(() -> List.copyOf(node.lookupAll(".why-step")));
    assertThat(steps).hasSize(3);
    for (var step : steps) {
      var words = OnFx.get(() -> List.copyOf(step.lookupAll(".label .text")));
      assertThat(words).allSatisfy(text -> assertThat(((Text) text).getText()).doesNotEndWith("…"));
    }
    OnFx.run(steps.getLast()::requestFocus);
    robot.push(KeyCode.ENTER);
    assertThat(desk.revealed()).containsExactly("threads id:7");
    robot.clickOn(steps.getFirst());
    OnFx.await("the port's connections", () -> filter().getText().equals("port:8080"));
  }

  @Test
  void aConnectionLeadsToItsThreadAndItsPackets() {
    open();
    robot.clickOn(
        OnFx.get(
            () ->
                node.lookupAll("#grid-sockets .tri-link").stream()
                    .filter(each -> ((Label) each).getText().equals("worker-2"))
                    .findFirst()
                    .orElseThrow()));
    assertThat(desk.revealed()).containsExactly("threads id:5");
    robot.rightClickOn(OnFx.get(() -> node.lookup("#grid-sockets .table-row-cell")));
    robot.clickOn("Show its packets");
    assertThat(desk.revealed()).endsWith("packets tcp port 8080 and port 51902");
    robot.rightClickOn(OnFx.get(() -> node.lookup("#grid-listeners .grid-bad")));
    robot.clickOn("Show its packets");
    assertThat(desk.revealed()).endsWith("packets tcp port 8080");
  }

  @Test
  void connectionsStayCountedWhereListenersAreNotReadAgain() {
    open();
    guest.eyes().answer(Views.LISTENERS, Measured.unknown("torn each time"));
    int looks = guest.eyes().looks();
    OnFx.await("more looks", () -> guest.eyes().looks() > looks + 4);
    var all = OnFx.get(() -> (ToggleButton) node.lookup("#pill-all"));
    assertThat(OnFx.get(all::getText)).isEqualTo("All 16");
  }

  private static Bounds box(Node of) {
    return OnFx.get(() -> of.localToScene(of.getBoundsInLocal()));
  }

  @Test
  void tellsOfAFullListenerWithoutBeingOpened() {
    story();
    OnFx.run(
        () -> {
          desk.session().live(guest);
          panel.announce(desk);
        });
    OnFx.await("the badge", () -> panel.badge().get().equals("1"));
  }

  @Test
  void looksRight() {
    story();
    picture("connections", RunState.RUNNING, 16);
    guest.eyes().rows(Views.LISTENERS, SampleConnections.calm());
    guest.eyes().rows(Views.SOCKETS, List.of());
    picture("connections-empty", RunState.RUNNING, 0);
    unreadable(Measured.soon("reading symbols of tidepool.elf"));
    picture("connections-loading", RunState.BOOTING, 0);
    unreadable(
        Measured.unknown(
            "no network stack that a profile knows is in vmlinux; packets show its connections"));
    picture("connections-unreadable", RunState.RUNNING, 0);
    story();
    picture("connections-stale", RunState.PAUSED, 16);
  }

  private void unreadable(Measured<Listing<SocketRow>> answer) {
    guest.eyes().answer(Views.SOCKETS, answer);
    var why =
        switch (answer) {
          case Measured.Known<Listing<SocketRow>> known -> throw new AssertionError(known);
          case Measured.Unknown<Listing<SocketRow>>(var reason) -> reason;
        };
    guest.eyes().answer(Views.LISTENERS, new Measured.Unknown<>(why));
  }

  private void picture(String name, RunState state, int rows) {
    guest.become(state);
    for (var theme : Theme.values()) {
      int looks = guest.eyes().looks();
      var scene = make(theme);
      show(scene);
      OnFx.await("looks", () -> guest.eyes().looks() > looks + 2);
      if (rows > 0) {
        OnFx.await("rows", () -> sockets().getItems().size() == rows);
      }
      OnFx.run(
          () -> {
            panel.shown(false);
            // A caret would blink.
            node.requestFocus();
          });
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.painted();
      Snapshot.compare(name, theme, scene);
      close();
    }
  }
}
