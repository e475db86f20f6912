// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.guest.AllocationRow;
import trilobite.model.guest.AllocationSiteRow;
import trilobite.model.guest.MemoryLevelRow;
import trilobite.model.guest.MemoryRegionRow;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.run.RunState;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.testing.TestStage;
import trilobite.ui.theme.Theme;

/// Ladder, map and blocks of a guest.
@Tag("ui")
final class MemoryUiTest {

  private static final long MIB = 1 << 20;

  private final FakeDesk desk = new FakeDesk();
  private final FakeGuest guest = new FakeGuest(19, RunState.RUNNING);
  private final FxRobot robot = new FxRobot();
  private MemoryView view;
  private Stage stage;

  private static MemoryRegionRow region(
      long start, long end, String kind, String name, long touched) {
    return new MemoryRegionRow(start, end, end - start, kind, name, touched);
  }

  private void fill() {
    guest
        .eyes()
        .rows(
            Views.MEMORY_LADDER,
            List.of(
                new MemoryLevelRow("assigned", 64 * MIB, "what QEMU was told to give", "target"),
                new MemoryLevelRow("touched", 18 * MIB, "pages that the guest wrote to", "file"),
                new MemoryLevelRow("owned", 62 * MIB, "what its allocators manage", "tide_heap"),
                new MemoryLevelRow("in_use", 14 * MIB, "live allocations", "tide_heap"),
                new MemoryLevelRow("peak", 16 * MIB, "most at once", "tide_heap"),
                new MemoryLevelRow("needed", 18 * MIB, "smallest that fits", "sum")));
    guest
        .eyes()
        .rows(
            Views.MEMORY_MAP,
            List.of(
                region(0, MIB, "unclaimed", "", MIB),
                region(MIB, 2 * MIB, "image", ".text", MIB),
                region(2 * MIB, 3 * MIB, "page_tables", "", MIB),
                region(3 * MIB, 12 * MIB, "heap", "tide", 9 * MIB),
                region(12 * MIB, 14 * MIB, "stack", "worker-1", 2 * MIB),
                region(14 * MIB, 20 * MIB, "heap", "tide", 5 * MIB),
                region(20 * MIB, 64 * MIB, "untouched", "", 0)));
    guest
        .eyes()
        .rows(
            Views.ALLOCATIONS,
            List.of(
                row(64, 120, OptionalLong.of(0), 0, Optional.empty()),
                row(4112, 300, OptionalLong.of(41), 7, Optional.of("leak")),
                row(65552, 9, OptionalLong.of(-1), 0, Optional.empty())));
  }

  private void fillCalls() {
    guest
        .eyes()
        .rows(
            Views.ALLOCATION_SITES,
            List.of(
                site("pbuf_alloc", "core/pbuf.c", 284, 300, OptionalLong.of(41), 7),
                site("thread_start", "tide/kernel/thread.c", 61, 9, OptionalLong.of(0), 0)));
  }

  private static AllocationSiteRow site(
      String function, String file, int line, long blocks, OptionalLong grown, int rising) {
    return new AllocationSiteRow(
        "tide",
        function,
        file,
        line,
        0x101234 + line,
        blocks,
        blocks * 4128,
        grown,
        rising,
        OptionalLong.of(1_250_000_000),
        rising > 3 ? Optional.of("leak") : Optional.empty());
  }

  private static AllocationRow row(
      long size, long blocks, OptionalLong grown, int rising, Optional<String> suspect) {
    return new AllocationRow("tide", size, blocks, size * blocks, grown, rising, suspect);
  }

  @BeforeEach
  void open() {
    fill();
    OnFx.run(
        () -> {
          desk.session().live(guest);
          make();
          stage = TestStage.dark(view, 900, 520);
        });
    OnFx.await("a reading", () -> OnFx.get(() -> view.model().shown()) > 0);
    OnFx.painted();
  }

  private void make() {
    view = new MemoryView(desk, (_, _, _) -> Optional.empty(), ZoneOffset.UTC);
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

  @Test
  void keysZoomTheMapAndZeroShowsAll() {
    OnFx.run(view::focusMain);
    robot.push(KeyCode.EQUALS);
    OnFx.run(() -> view.model().zoom(0.1, 0.5));
    assertThat(OnFx.get(() -> view.model().zoomed())).isTrue();
    robot.push(KeyCode.DIGIT0);
    OnFx.await("all of it", () -> OnFx.get(() -> !view.model().zoomed()));
    assertThat(OnFx.get(() -> view.lookup("#memory-map").getAccessibleHelp()))
        .contains("64.0 MiB shown")
        .contains("untouched 44.0 MiB");
  }

  @Test
  void aGuestWithoutABlockListStillHasItsLadder() {
    guest.eyes().answer(Views.ALLOCATIONS, Measured.unknown("the profile does not say how"));
    guest.eyes().answer(Views.MEMORY_MAP, Measured.unknown("no symbols are known"));
    OnFx.await(
        "the reason",
        () ->
            OnFx.get(
                () ->
                    view.lookupAll(".grid-cut").stream()
                        .map(node -> ((Label) node).getText())
                        .anyMatch(text -> text.contains("no symbols are known"))));
    assertThat(OnFx.get(() -> view.lookupAll(".memory-rung"))).hasSize(6);
  }

  private ToggleButton button(String title) {
    return view.lookupAll(".tri-segment .toggle-button").stream()
        .map(ToggleButton.class::cast)
        .filter(each -> each.getText().equals(title))
        .findFirst()
        .orElseThrow();
  }

  private boolean callsShown() {
    view.applyCss();
    view.layout();
    return view.lookupAll(".table-cell").stream()
        .anyMatch(cell -> cell instanceof Labeled label && "pbuf_alloc".equals(label.getText()));
  }

  @Test
  void blocksAreToldByTheCallThatAskedForThemToo() {
    fillCalls();
    OnFx.run(() -> button("By call").fire());
    OnFx.await("the call", () -> OnFx.get(this::callsShown));
    assertThat(OnFx.get(() -> button("By call").isSelected())).isTrue();
    OnFx.run(() -> button("Allocators").fire());
    OnFx.await(
        "why there are none",
        () ->
            OnFx.get(
                () ->
                    view.lookupAll(".label").stream()
                        .anyMatch(
                            node ->
                                node instanceof Label label
                                    && label.getText().contains("fake guest has no memory"))));
  }

  @Test
  void looksRight() {
    for (var theme : Theme.values()) {
      var scene =
          OnFx.get(
              () -> {
                view.close();
                make();
                var made = new Scene(view, 900, 520);
                theme.apply(made, 1);
                desk.look().theme().set(theme);
                return made;
              });
      OnFx.await("a reading", () -> OnFx.get(() -> view.model().shown()) > 0);
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(
          () -> {
            view.applyCss();
            view.layout();
          });
      OnFx.painted();
      Snapshot.compare("memory-rows", theme, scene);
      fillCalls();
      OnFx.run(() -> button("By call").fire());
      OnFx.await("calls", () -> OnFx.get(this::callsShown));
      OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
      OnFx.run(
          () -> {
            view.applyCss();
            view.layout();
          });
      OnFx.painted();
      Snapshot.compare("memory-calls", theme, scene);
    }
  }
}
