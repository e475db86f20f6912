// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TimeZone;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.run.RunRecord;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.model.vitals.Vital;
import trilobite.ui.panel.Session.TimeRange;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// Every state of the column in both themes.
@Tag("ui")
final class VitalsPicturesTest {

  private static final int WIDTH = 400;
  private static final int MINI = 140;
  private static final int HEIGHT = 930;

  private TimeZone zone = TimeZone.getDefault();

  @BeforeEach
  void fixZone() {
    zone = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterEach
  void restoreZone() {
    TimeZone.setDefault(zone);
  }

  @Test
  void running() {
    picture(
        "vitals-running",
        WIDTH,
        desk -> {
          var guest = guest(RunState.RUNNING);
          SampleRun.fill(guest.vitals(), 55_000).mark(10_500, Mark.Kind.INFO, "first request");
          desk.session().live(guest);
          desk.session().cursor().set(OptionalDouble.of(39_500));
        });
  }

  @Test
  void mini() {
    picture(
        "vitals-mini",
        MINI,
        desk -> {
          var guest = guest(RunState.RUNNING);
          SampleRun.fill(guest.vitals(), 55_000);
          desk.session().live(guest);
        });
  }

  @Test
  void neverRun() {
    picture("vitals-never-run", WIDTH, desk -> {});
  }

  @Test
  void lastRunAsGhost() {
    picture(
        "vitals-ghost",
        WIDTH,
        desk -> {
          var past = SampleRun.fill(new FakeVitals(), 55_000);
          desk.workbench()
              .history()
              .add(Samples.record(17, Verdict.STOPPED, ""), past, new FakeConsole().end());
        });
  }

  @Test
  void waitingForTheFirstSample() {
    picture(
        "vitals-first-sample",
        WIDTH,
        desk -> {
          var guest = guest(RunState.BOOTING);
          guest.vitals().now(200);
          desk.session().live(guest);
        });
  }

  @Test
  void oneGraphFailsAlone() {
    picture(
        "vitals-partly-unknown",
        WIDTH,
        desk -> {
          var guest = guest(RunState.RUNNING);
          var vitals = guest.vitals();
          for (double t = 0; t <= 20_000; t += 500) {
            vitals.add(Vital.CPU, t, 40);
            vitals.add(Vital.MEMORY_ASSIGNED, t, 64 << 20);
            vitals.add(Vital.MEMORY_TOUCHED, t, 20 << 20);
          }
          vitals.gap(Vital.CPU, 20_100);
          vitals.gap(Vital.MEMORY_TOUCHED, 20_100);
          for (double t = 26_000; t <= 40_000; t += 500) {
            vitals.add(Vital.CPU, t, 40);
            vitals.add(Vital.MEMORY_ASSIGNED, t, 64 << 20);
            vitals.add(Vital.MEMORY_TOUCHED, t, 20 << 20);
          }
          vitals.unknown(Vital.HEAP_USED, "tidepool.elf has no symbol tide_heap");
          vitals.unknown(Vital.NET_RX_PACKETS, "this target has no network card");
          desk.session().live(guest);
        });
  }

  @Test
  void ended() {
    picture(
        "vitals-ended",
        WIDTH,
        desk -> {
          var guest = guest(RunState.RUNNING);
          SampleRun.fill(guest.vitals(), 55_000).mark(55_000, Mark.Kind.CRASH, "crashed");
          guest.end(Verdict.CRASHED, "page fault at 0x0");
          desk.session().live(guest);
        });
  }

  @Test
  void pastRunWithSelection() {
    picture(
        "vitals-past",
        WIDTH,
        desk -> {
          var record = Samples.record(17, Verdict.STOPPED, "");
          var past = SampleRun.fill(new FakeVitals(), 55_000);
          desk.session()
              .run()
              .set(Optional.of(new ShownRun.Past(record, new FakeConsole().end(), past)));
          desk.session().selection().set(Optional.of(new TimeRange(20_000, 30_000)));
        });
  }

  private static FakeGuest guest(RunState state) {
    return new FakeGuest(19, state);
  }

  private static void picture(String name, int width, Consumer<FakeDesk> prepare) {
    for (var theme : Theme.values()) {
      var desk = new FakeDesk();
      prepare.accept(desk);
      var view = OnFx.get(() -> new VitalsView(desk, (_, _, _) -> Optional.empty()));
      // In a window: pixels below a scroll pane are drawn for those that are shown only.
      var stage =
          OnFx.get(
              () -> {
                var made = new Scene(view, width, HEIGHT);
                theme.apply(made, 1);
                var window = new Stage();
                window.setScene(made);
                window.show();
                return window;
              });
      var scene = stage.getScene();
      boolean past = OnFx.get(() -> !history(desk).isEmpty());
      if (past) {
        OnFx.await(
            "the last run",
            () -> !view.lookupAll(".ghost-words").isEmpty() && text(view).startsWith("Dashed"));
      }
      settle(scene, view);
      Snapshot.compare(name, theme, scene);
      OnFx.run(
          () -> {
            view.close();
            stage.close();
          });
    }
  }

  /// Words change the height of their rows, and that the room for graphs: a few frames, as in life.
  private static void settle(Scene scene, VitalsView view) {
    for (int frame = 0; frame < 4; frame++) {
      OnFx.run(() -> scene.snapshot(null));
      OnFx.run(view::refresh);
    }
  }

  private static List<RunRecord> history(FakeDesk desk) throws IOException {
    return desk.workbench().history().runs(1);
  }

  private static String text(VitalsView view) {
    return ((Label) view.lookup(".ghost-words")).getText();
  }
}
