// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.time.ZoneOffset;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.run.RunState;
import trilobite.model.run.Verdict;
import trilobite.model.time.Mark;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.testing.FakeConsole;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeGuest;
import trilobite.ui.testing.FakeVitals;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
final class ConsolePicturesTest {

  private static final String[] LOG = {
    "\u001b[32m[    0.388013]\u001b[0m \u001b[36mInfo:\u001b[0m [liblwip] \u001b[35m<init.c @  432>\u001b[0m en1: Set as default interface\r\n",
    "en1: Interface is up\r\n",
    "\u001b[32m[    0.391944]\u001b[0m \u001b[36mInfo:\u001b[0m [libukboot] \u001b[35m<boot.c @  514>\u001b[0m Calling main(4, ['tidepool', '--port', '8080', '--workers=4'])\r\n",
    "tidepool 0.3.1: heap 58.2 MiB, data.img mounted, 212 pages loaded\r\n",
    "\u001b[1;32mtidepool: listening on :8080\u001b[0m, backlog 16, 4 workers\r\n",
    "\u001b[90m[worker-0]\u001b[0m \u001b[34mGET\u001b[0m  /              \u001b[32m200\u001b[0m  1846 B   0.9 ms  \u001b[90m10.0.2.2:51544\u001b[0m\r\n",
    "\u001b[90m[worker-1]\u001b[0m \u001b[34mGET\u001b[0m  /tides.css     \u001b[32m200\u001b[0m  4402 B   0.6 ms  \u001b[90m10.0.2.2:51544\u001b[0m\r\n",
    "\u001b[33mwarn\u001b[0m       data.img: write took 38 ms\r\n",
    "\u001b[1;33mwarn\u001b[0;33m       :8080 accept backlog full (16/16), SYN dropped\u001b[0m\r\n",
    "\u001b[90m[worker-2]\u001b[0m \u001b[35mPOST\u001b[0m /tides         \u001b[32m201\u001b[0m    64 B  41.8 ms  \u001b[90m10.0.2.2:51902\u001b[0m\r\n",
    "error: worker-3: \u6f22\u5b57 \u00e9 \ud83e\udd90 \u001b[41m bad \u001b[0m \u001b[7minverse\u001b[0m \u001b[4munder\u001b[0m \u001b[9mgone\u001b[0m \u001b[38;5;208morange\u001b[0m \u001b[38;2;10;10;10mdark\u001b[0m \u001b[2mdim\u001b[0m\r\n",
    "tide> ",
  };

  static final String DENIED = "runs/12/console.log: permission denied.";

  static FakeGuest talking(long id, RunState state) {
    var guest = new FakeGuest(id, state);
    double t = 2705;
    for (String line : LOG) {
      guest.console().print(t, line);
      t += 1234.5;
    }
    guest.vitals().mark(2700, Mark.Kind.BOOT, "first byte after 139 ms");
    guest.vitals().mark(7643, Mark.Kind.READY, "ready after 412 ms");
    return guest;
  }

  private static void picture(String name, int width, int height, Consumer<FakeDesk> setUp) {
    for (Theme theme : Theme.values()) {
      var desk = new FakeDesk();
      var panel = new ConsolePanel(FileChoice.NATIVE, ZoneOffset.UTC);
      var scene =
          OnFx.get(
              () -> {
                setUp.accept(desk);
                var made = new Scene((Parent) panel.open(desk), width, height);
                theme.apply(made, 1);
                return made;
              });
      var view = (ConsoleView) scene.getRoot();
      OnFx.await("the feed to be read", view::settled);
      OnFx.run(view::refresh);
      Snapshot.compare(name, theme, scene);
      OnFx.run(panel::close);
    }
  }

  @Test
  void aRunningGuest() {
    picture(
        "console-running", 912, 380, desk -> desk.session().live(talking(19, RunState.RUNNING)));
  }

  @Test
  void noRun() {
    picture("console-none", 912, 300, _ -> {});
  }

  @Test
  void aSilentGuest() {
    picture(
        "console-silent",
        620,
        300,
        desk -> desk.session().live(new FakeGuest(19, RunState.BOOTING)));
  }

  @Test
  void aConsoleThatCannotBeRead() {
    picture(
        "console-unreadable",
        912,
        300,
        desk ->
            desk.session()
                .past(
                    new ShownRun.Past(
                        Samples.record(12, Verdict.STOPPED, ""),
                        new FakeConsole().unreadable(DENIED),
                        new FakeVitals())));
  }

  @Test
  void aCrashedGuest() {
    picture(
        "console-crashed",
        912,
        300,
        desk -> {
          var guest = talking(18, RunState.RUNNING);
          guest.end(Verdict.CRASHED, "page fault");
          desk.session().live(guest);
        });
  }
}
