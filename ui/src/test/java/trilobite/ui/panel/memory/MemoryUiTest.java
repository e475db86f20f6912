// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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
import trilobite.model.guest.HeapRow;
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

  /// As Debian's cloud kernel told in a guest of 256 MiB.
  private void fillLinux() {
    var source = "free blocks of 4096-byte pages by powers of two in ram";
    guest
        .eyes()
        .rows(
            Views.MEMORY_LADDER,
            List.of(
                new MemoryLevelRow("assigned", 256 * MIB, "what QEMU was told to give", "target"),
                new MemoryLevelRow("touched", 118_476_800, "pages that the guest wrote to", "file"),
                new MemoryLevelRow("owned", 228_106_240, "what its allocators manage", source),
                new MemoryLevelRow("in_use", 31_162_368, "live allocations", source),
                new MemoryLevelRow("reclaimable", 9_240_576, "in use, but given back", source)));
    guest
        .eyes()
        .rows(
            Views.MEMORY_MAP,
            List.of(
                region(0, 17 * MIB, "unclaimed", "", 15 * MIB),
                region(17 * MIB, 18 * MIB, "page_tables", "", MIB),
                region(18 * MIB, 20 * MIB, "stack", "init", 2 * MIB),
                region(20 * MIB, 67 * MIB, "unclaimed", "", 47 * MIB),
                region(67 * MIB, 198 * MIB, "untouched", "", 0),
                region(198 * MIB, 256 * MIB, "unclaimed", "", 56 * MIB)));
    guest
        .eyes()
        .rows(
            Views.ALLOCATORS,
            List.of(
                new HeapRow(
                    "pages",
                    228_106_240,
                    31_162_368,
                    OptionalLong.empty(),
                    7608,
                    196_943_872,
                    OptionalLong.of(4 * MIB),
                    OptionalDouble.of(97.9),
                    OptionalLong.of(9_240_576),
                    OptionalLong.empty(),
                    false),
                linux("pages: anonymous", 4096, 46, 0),
                linux("pages: page cache", 4096, 0, 0),
                linux("pages: shared and tmpfs", 4096, 617, 0),
                linux("pages: slabs, reclaimable", 4096, 2256, 0),
                linux("pages: slabs, unreclaimable", 4096, 1492, 0),
                linux("pages: page tables", 4096, 19, 0),
                linux("pages: kernel stacks", 1024, 752, 0),
                linux("slab inode_cache", 640, 10_212, 0),
                linux("slab dentry", 192, 10_605, 0),
                linux("slab ftrace_event_field", 56, 3609, 41),
                linux("slab kmalloc-32", 32, 1262, 274)));
  }

  private static HeapRow linux(String name, long size, long used, long free) {
    return new HeapRow(
        name,
        size * (used + free),
        size * used,
        OptionalLong.empty(),
        used,
        size * free,
        name.startsWith("pages") ? OptionalLong.empty() : OptionalLong.of(free > 0 ? size : 0),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        true);
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
  void noEmptyLadderStandsWhereNoGuestIsShown() {
    assertThat(OnFx.get(() -> view.lookup(".memory-map") != null)).isTrue();
    OnFx.run(() -> desk.session().run().set(Optional.empty()));
    assertThat(OnFx.get(() -> view.lookup(".memory-map") == null)).isTrue();
    OnFx.run(
        () -> {
          view.applyCss();
          view.layout();
          view.focusMain();
        });
    OnFx.await("the focus", () -> stage.getScene().getFocusOwner() instanceof Button);
    OnFx.run(() -> desk.session().live(guest));
    assertThat(OnFx.get(() -> view.lookup(".memory-map") != null)).isTrue();
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
    return shows("pbuf_alloc");
  }

  private boolean shows(String cell) {
    view.applyCss();
    view.layout();
    return view.lookupAll(".table-cell").stream()
        .anyMatch(each -> each instanceof Labeled label && cell.equals(label.getText()));
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
      fill();
      var scene = drawn(theme);
      compare("memory-rows", theme, scene);
      fillCalls();
      OnFx.run(() -> button("By call").fire());
      OnFx.await("calls", () -> OnFx.get(this::callsShown));
      compare("memory-calls", theme, scene);
      fillLinux();
      scene = drawn(theme);
      OnFx.run(
          () -> {
            view.applyCss();
            view.layout();
            button("Allocators").fire();
          });
      OnFx.await("allocators", () -> OnFx.get(() -> shows("pages: anonymous")));
      compare("memory-linux", theme, scene);
    }
  }

  /// A new view of what the guest has now.
  private Scene drawn(Theme theme) {
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
    return scene;
  }

  private void compare(String name, Theme theme, Scene scene) {
    OnFx.await("no job", () -> desk.workbench().jobs().running().isEmpty());
    OnFx.run(
        () -> {
          view.applyCss();
          view.layout();
        });
    OnFx.painted();
    Snapshot.compare(name, theme, scene);
  }
}
