// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import trilobite.model.guest.DriveHistoryRow;
import trilobite.model.guest.DriveLatencyRow;
import trilobite.model.guest.DriveRow;
import trilobite.model.guest.DriveSlowRow;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunState;
import trilobite.model.vitals.Vital;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

/// Drives, latencies and the slowest requests of a guest, on the common clock.
@Tag("ui")
final class DiskUiTest {

  private static final long[] STEPS = {
    0,
    10_000,
    20_000,
    50_000,
    100_000,
    200_000,
    500_000,
    1_000_000,
    2_000_000,
    5_000_000,
    10_000_000,
    20_000_000,
    50_000_000,
    100_000_000,
    1_000_000_000
  };

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private DiskView view;
  private Stage stage;

  @TempDir private Path folder;

  private static DriveRow drive(String name, long reads, long writes, long queue) {
    return new DriveRow(
        name,
        reads,
        reads * 4096,
        reads * 90_000,
        writes,
        writes * 16_384,
        writes * 2_100_000,
        writes / 8,
        writes * 400_000,
        0,
        OptionalLong.of(queue),
        OptionalDouble.of(queue * 4096.0),
        OptionalDouble.of(queue * 65_536.0));
  }

  private static OptionalLong below(int step) {
    return step + 1 < STEPS.length ? OptionalLong.of(STEPS[step + 1]) : OptionalLong.empty();
  }

  private static DriveLatencyRow bar(String operation, int step, long requests) {
    return new DriveLatencyRow("drive0", operation, STEPS[step], below(step), requests);
  }

  private static DriveHistoryRow look(String operation, double t, int step, long requests) {
    long before = Math.round(t);
    return new DriveHistoryRow(
        "drive0", operation, before - 500, before, STEPS[step], below(step), requests);
  }

  private static DriveSlowRow slow(String operation, long before, int step, long requests) {
    return new DriveSlowRow(
        "drive0", operation, requests, STEPS[step], below(step), before - 500, before);
  }

  private void fill() {
    var eyes = guest.eyes();
    eyes.rows(Views.DRIVES, List.of(drive("drive0", 4211, 1260, 3), drive("drive1", 12, 0, 0)));
    var bars = new ArrayList<DriveLatencyRow>();
    long[] reads = {0, 180, 2100, 1400, 390, 92, 31, 12, 4, 0, 1, 0, 0, 1, 0};
    long[] writes = {0, 0, 0, 24, 160, 420, 380, 190, 61, 17, 5, 2, 0, 1, 0};
    for (int step = 0; step < STEPS.length; step++) {
      bars.add(bar("read", step, reads[step]));
      bars.add(bar("write", step, writes[step]));
    }
    bars.sort(Comparator.comparing(DriveLatencyRow::operation));
    eyes.rows(Views.DRIVE_LATENCY, bars);
    eyes.rows(
        Views.DRIVE_SLOWEST,
        List.of(
            slow("write", 47_500, 13, 1),
            slow("read", 31_000, 10, 1),
            slow("write", 20_000, 9, 4)));
    var history = new ArrayList<DriveHistoryRow>();
    var vitals = guest.vitals();
    double readBytes = 0;
    double written = 0;
    double count = 0;
    double writeCount = 0;
    for (double t = 500; t <= 52_000; t += 500) {
      boolean burst = (int) (t / 500) % 20 < 4;
      readBytes += burst ? 900_000 : 40_000;
      count += burst ? 220 : 10;
      written += t > 20_000 ? 260_000 : 4_000;
      writeCount += t > 20_000 ? 16 : 1;
      vitals.add(Vital.DISK_READ_BYTES, t, readBytes);
      vitals.add(Vital.DISK_WRITTEN_BYTES, t, written);
      vitals.add(Vital.DISK_READS, t, count);
      vitals.add(Vital.DISK_WRITES, t, writeCount);
      vitals.add(Vital.DISK_FLUSHES, t, Math.floor(writeCount / 8));
      history.add(look("read", t, 2, burst ? 180 : 8));
      history.add(look("read", t, 3, burst ? 40 : 2));
      if (t > 20_000) {
        history.add(look("write", t, 6 + (int) (t / 500) % 3, 16));
      }
    }
    history.add(look("read", 31_000, 10, 1));
    history.add(look("write", 47_500, 13, 1));
    eyes.rows(Views.DRIVE_HISTORY, history);
  }

  @BeforeEach
  void open() {
    fill();
    OnFx.run(
        () -> {
          desk.session().live(guest);
          make();
          stage = TestStage.dark(view, 980, 420);
        });
    awaitReading();
  }

  private void make() {
    view = new DiskView(desk, (_, _, _) -> Optional.of(folder.resolve("out.csv")), ZoneOffset.UTC);
    view.shown(true);
  }

  private void awaitReading() {
    OnFx.await(
        "a reading", () -> OnFx.get(() -> !view.graphs().model().shown().isEmpty() && rows() > 0));
    OnFx.painted();
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          view.close();
          stage.close();
        });
  }

  private int rows() {
    // A split pane's parts are in the scene only once it has a skin.
    view.applyCss();
    return view.lookupAll(".table-view").stream()
        .mapToInt(table -> ((TableView<?>) table).getItems().size())
        .sum();
  }

  private void page(String title) {
    OnFx.run(
        () ->
            view.lookupAll(".tri-segment .toggle-button").stream()
                .map(ToggleButton.class::cast)
                .filter(button -> button.getText().equals(title))
                .findFirst()
                .orElseThrow()
                .fire());
  }

  private boolean says(String words) {
    return view.lookupAll(".label").stream()
        .anyMatch(node -> node instanceof Label label && label.getText().contains(words));
  }

  private void awaitWords(String words) {
    OnFx.await(words, () -> OnFx.get(() -> says(words)));
  }

  private void awaitSubject(String drive) {
    OnFx.await(
        drive,
        () -> view.lookup("#disk-heat").getAccessibleText().startsWith("Latency, " + drive + ":"));
  }

  @Test
  void aSlowRequestTakesTheCommonCursorToItsMoment() {
    OnFx.run(() -> desk.commands().find("disk.slowest").orElseThrow().run().run());
    OnFx.await(
        "the moment",
        () -> OnFx.get(() -> desk.session().cursor().get()).equals(OptionalDouble.of(47_500)));
    awaitWords("slowest ≥ 100.0 ms");
    OnFx.await("the focus", () -> view.lookup("#grid-drive_slowest").isFocused());
    OnFx.painted();
    robot.push(KeyCode.DOWN);
    OnFx.await(
        "the next",
        () -> OnFx.get(() -> desk.session().cursor().get()).equals(OptionalDouble.of(31_000)));
    OnFx.await(
        "its figure",
        () -> view.lookup("#disk-heat").getAccessibleText().contains("slowest ≥ 10.0 ms"));
  }

  @Test
  void aDriveHasTheHeatMapForItself() {
    OnFx.run(view::focusMain);
    awaitSubject("drive0");
    robot.push(KeyCode.DOWN);
    awaitSubject("drive1");
    assertThat(OnFx.get(() -> view.graphs().model().shown())).isEmpty();
  }

  @Test
  void theHistogramLeavesOutEmptyStepsAtItsEndsAndIsExportedWhole() throws Exception {
    page("Latency");
    OnFx.await("steps with requests between them", () -> OnFx.get(this::rows) == 24);
    OnFx.run(view::focusMain);
    OnFx.run(() -> view.lookup("#grid-drive_latency").requestFocus());
    robot.press(KeyCode.CONTROL, KeyCode.E).release(KeyCode.E, KeyCode.CONTROL);
    var file = folder.resolve("out.csv");
    OnFx.await("the file", () -> file.toFile().length() > 0);
    assertThat(Files.readString(file)).contains("drive0,read,20000,50000,2100");
  }

  @Test
  void whatIsMissingIsSaid() {
    guest.eyes().answer(Views.DRIVES, Measured.unknown("QEMU was not asked"));
    awaitWords("Not read again: QEMU was not asked");
    var other = new FakeGuest(20, RunState.RUNNING);
    other.eyes().answer(Views.DRIVES, Measured.soon("being opened"));
    other.vitals().unknown(Vital.DISK_READS, "the guest has no disk").now(900);
    other.vitals().unknown(Vital.DISK_READ_BYTES, "the guest has no disk");
    OnFx.run(() -> desk.session().live(other));
    awaitWords("being opened");
    awaitWords("the guest has no disk");
    other.eyes().rows(Views.DRIVES, List.of());
    awaitWords("No drives");
    other.eyes().rows(Views.DRIVES, List.of(drive("drive0", 1, 0, 0)));
    OnFx.await("its drive", () -> OnFx.get(this::rows) == 1);
    other.become(RunState.PAUSED);
    awaitWords("the guest is paused");
  }

  @Test
  void graphsAreThereOnceThereIsARun() {
    OnFx.run(
        () -> {
          view.setDividerPositions(0.5);
          desk.session().run().set(Optional.empty());
          assertThat(view.getItems()).doesNotContain(view.graphs());
          desk.session().live(guest);
          assertThat(view.getItems()).contains(view.graphs());
          assertThat(view.getDividerPositions()).as("where they were").containsExactly(0.5);
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500, 620})
  void aNarrowToolbarKeepsItsButtons(int width) {
    OnFx.run(() -> stage.setWidth(width));
    OnFx.await("as narrow", () -> OnFx.get(view::getWidth) == width);
    OnFx.run(
        () -> {
          view.applyCss();
          view.layout();
          var grid = (Region) view.lookup(".guest-grid");
          var buttons =
              grid.lookup(".tri-toolbar").lookupAll("*").stream()
                  .filter(ButtonBase.class::isInstance)
                  .map(ButtonBase.class::cast)
                  .filter(ButtonBase::isManaged)
                  .toList();
          assertThat(buttons).hasSizeGreaterThan(6);
          for (var button : buttons) {
            var at = grid.sceneToLocal(button.localToScene(button.getLayoutBounds()));
            assertThat(at.getMaxX()).as("%s", button).isLessThanOrEqualTo(grid.getWidth());
            assertThat(at.getWidth()).isGreaterThanOrEqualTo(button.prefWidth(-1));
          }
        });
  }

  @Test
  void looksRight() {
    for (var theme : Theme.values()) {
      for (var page : List.of("Drives", "Latency", "Slowest")) {
        var scene =
            OnFx.get(
                () -> {
                  view.close();
                  make();
                  var made = new Scene(view, 980, 420);
                  theme.apply(made, 1);
                  view.applyCss();
                  desk.look().theme().set(theme);
                  desk.session().cursor().set(OptionalDouble.of(47_300));
                  return made;
                });
        page(page);
        awaitReading();
        OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
        OnFx.run(
            () -> {
              view.applyCss();
              view.layout();
              view.graphs().refresh();
            });
        OnFx.painted();
        Snapshot.compare("disk-" + page.toLowerCase(Locale.ROOT), theme, scene);
      }
    }
  }
}
