// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunState;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeEyes;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

/// A grid of a guest's by mouse and keyboard, and its states.
@Tag("ui")
final class GridUiTest {

  private static final GuestWords WORDS =
      new GuestWords(
          "samples",
          "ci-plug",
          "No samples yet",
          "They appear once the guest has some.",
          "Vitals, Console and Packets go on.");

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  @TempDir private Path folder;
  private Grid<SampleRow> grid;
  private GuestGrid<SampleRow> view;
  private Stage stage;

  @BeforeEach
  void open() {
    guest.eyes().rows(SampleRow.VIEW, SampleRow.some());
    OnFx.run(
        () -> {
          desk.session().live(guest);
          make();
          stage = TestStage.dark(view, 800, 240);
        });
    OnFx.await("rows", () -> table().getItems().size() == 4);
    OnFx.painted();
  }

  private void make() {
    var spec =
        new GridSpec<>(
            "samples",
            SampleRow.COLUMNS,
            SampleRow::id,
            (SampleRow row) -> row.cpu().orElse(0) > 50 ? "grid-warn" : "",
            "Filter by owner or port");
    grid = new Grid<>(desk, spec, (_, name, _) -> Optional.of(folder.resolve(name)));
    view = new GuestGrid<>(desk, SampleRow.VIEW, grid, WORDS, ZoneOffset.UTC);
    view.shown(true);
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  @SuppressWarnings("unchecked")
  private TableView<GridRow<SampleRow>> table() {
    return (TableView<GridRow<SampleRow>>) grid.node();
  }

  private List<Long> ids() {
    return OnFx.get(() -> table().getItems().stream().map(row -> row.get().id()).toList());
  }

  /// As a mouse does it; the robot calls each press a popup trigger, which headings leave alone.
  private void clickHeading(String column) {
    OnFx.run(
        () -> {
          var heading = view.lookup("#" + column);
          for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            var pressed = type == MouseEvent.MOUSE_PRESSED;
            heading.fireEvent(
                new MouseEvent(
                    type,
                    40,
                    12,
                    40,
                    12,
                    MouseButton.PRIMARY,
                    1,
                    false,
                    false,
                    false,
                    false,
                    pressed,
                    false,
                    false,
                    false,
                    false,
                    true,
                    null));
          }
        });
  }

  @Test
  void aColumnKeepsTheWidthItWasGivenAlsoAtAnotherSize() {
    double before = width();
    OnFx.run(() -> table().resizeColumn(table().getColumns().getFirst(), 60));
    assertThat(OnFx.get(this::width)).isEqualTo(before + 60);
    view.close();
    OnFx.run(() -> desk.look().scale().set(2));
    OnFx.run(this::make);
    assertThat(OnFx.get(this::width)).isCloseTo(2 * (before + 60), within(1.0));
    view.close();
    desk.workbench().settings().put("grid.samples.widths", "nonsense,id=wide,=,id=12");
    OnFx.run(this::make);
    assertThat(OnFx.get(this::width)).isCloseTo(12 * 12 * 2, within(1.0));
  }

  private double width() {
    return table().getColumns().getFirst().getWidth();
  }

  @Test
  void clicksOnAHeadingSortUpDownAndNotAtAll() {
    clickHeading("cpu");
    assertThat(ids()).containsExactly(1L, 4L, 2L, 3L);
    clickHeading("cpu");
    assertThat(ids()).containsExactly(2L, 1L, 4L, 3L);
    clickHeading("cpu");
    assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
  }

  @Test
  void theSelectedRowStaysSelectedWhileRowsMove() {
    OnFx.run(() -> grid.sort("cpu", true));
    OnFx.run(() -> grid.select(row -> row.id() == 1));
    var next = new ArrayList<>(SampleRow.some());
    next.set(0, SampleRow.of(1, "worker-10", 77));
    guest.eyes().rows(SampleRow.VIEW, next);
    OnFx.await("the new order", () -> ids().equals(List.of(1L, 2L, 4L, 3L)));
    assertThat(OnFx.get(() -> grid.selected().get().orElseThrow().cpu())).hasValue(77);
  }

  @Test
  void rowsStayUnderThePointerAndMoveOnceItLeaves() {
    OnFx.run(() -> grid.sort("cpu", true));
    robot.moveTo(OnFx.get(() -> table().localToScreen(100, 60)));
    guest
        .eyes()
        .rows(SampleRow.VIEW, List.of(SampleRow.of(3, "idle", 1), SampleRow.of(4, "stats", 90)));
    OnFx.await("rows gone", () -> table().getItems().getFirst().gone().get());
    assertThat(ids()).containsExactly(2L, 1L, 4L, 3L);
    robot.moveTo(OnFx.get(() -> view.localToScreen(100, 10)));
    OnFx.await("the new order", () -> ids().equals(List.of(4L, 3L)));
  }

  @Test
  void copiesAndExportsByKeys() {
    OnFx.run(
        () -> {
          grid.select(row -> row.id() == 2);
          grid.focus();
        });
    robot.push(KeyCode.SHORTCUT, KeyCode.C);
    OnFx.await("a toast", () -> desk.toasts().size() == 1);
    assertThat(OnFx.get(() -> Clipboard.getSystemClipboard().getString()))
        .isEqualTo(
            "id\towner\tlocal_port\tremote_port\tcpu\tqueued\n"
                + "2\tworker-2\t:8082\t:51902\t52.8\t10000");
    robot.push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.C);
    OnFx.await("another", () -> desk.toasts().size() == 2);
    assertThat(OnFx.get(() -> Clipboard.getSystemClipboard().getString()))
        .startsWith("{\"id\":2,\"owner\":\"worker-2\"");
    robot.push(KeyCode.SHORTCUT, KeyCode.E);
    OnFx.await("the file", () -> desk.toasts().size() == 3);
    assertThat(folder.resolve("samples.csv")).exists();
    assertThat(lines(folder.resolve("samples.csv"))).hasSize(5);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void filtersFromTheKeyboardAndEscapeClears() {
    OnFx.run(grid::focus);
    robot.push(KeyCode.SHORTCUT, KeyCode.F);
    robot.write("worker");
    OnFx.await("two rows", () -> ids().size() == 2);
    assertThat(OnFx.get(() -> grid.count().getText())).isEqualTo("2 of 4 shown");
    robot.push(KeyCode.ESCAPE);
    OnFx.await("all rows", () -> ids().size() == 4);
    robot.push(KeyCode.ESCAPE);
    OnFx.await("the table's focus", () -> table().isFocused());
  }

  @Test
  void aFilterThatMeansNothingLeavesTheLastOneInForce() {
    OnFx.run(() -> grid.filter("worker"));
    OnFx.run(() -> grid.filter("worker prot:1"));
    assertThat(ids()).hasSize(2);
    assertThat(OnFx.get(() -> field().getTooltip().getText())).contains("Did you mean “port”?");
  }

  private TextField field() {
    return (TextField) grid.filterField().lookup(".text-field");
  }

  @Test
  void readsNothingWhileNobodySeesIt() {
    OnFx.run(() -> view.shown(false));
    OnFx.await("no reading under way", () -> desk.workbench().jobs().running().isEmpty());
    int before = guest.eyes().looks();
    OnFx.painted();
    assertThat(guest.eyes().looks()).isEqualTo(before);
    OnFx.run(() -> view.shown(true));
    OnFx.await("a look", () -> guest.eyes().looks() > before);
  }

  @Test
  void aPausedGuestKeepsItsRowsWithTheirTime() {
    guest.become(RunState.PAUSED);
    OnFx.await("the time", () -> badge().text().equals("as of 14:07:12 the guest is paused"));
    assertThat(ids()).hasSize(4);
  }

  private ProvenanceBadge badge() {
    return (ProvenanceBadge) view.lookup(".tri-provenance");
  }

  @Test
  void looksRightInEachState() {
    var listing = FakeEyes.listing(SampleRow.some(), Optional.<String>empty());
    picture("grid-rows", listing, RunState.RUNNING);
    picture("grid-stale", listing, RunState.ENDED);
    picture("grid-loading", Measured.soon("reading symbols of tidepool.elf"), RunState.BOOTING);
    picture("grid-empty", FakeEyes.listing(List.of(), Optional.empty()), RunState.RUNNING);
    picture(
        "grid-unreadable",
        Measured.unknown("the image has build-id 41d07b22, but the symbols are for 9f3c1a7e"),
        RunState.RUNNING);
  }

  private void picture(
      String name, Measured<trilobite.model.guest.Listing<SampleRow>> answer, RunState state) {
    guest.become(state);
    guest.eyes().answer(SampleRow.VIEW, answer);
    for (var theme : Theme.values()) {
      int looks = guest.eyes().looks();
      var scene =
          OnFx.get(
              () -> {
                view.close();
                make();
                var made = new Scene(view, 900, 220);
                theme.apply(made, 1);
                return made;
              });
      OnFx.await("a look", () -> guest.eyes().looks() > looks);
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(
          () -> {
            grid.sort("cpu", true);
            grid.select(row -> row.id() == 1);
          });
      Snapshot.compare(name, theme, scene);
    }
  }
}
