// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.run.Verdict;
import trilobite.ui.panel.Toast;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
final class ShellPicturesTest {

  @Test
  void aRunningGuest() {
    for (var theme : Theme.values()) {
      var window = TestWindow.open(theme, 1600, 1000).withProject();
      OnFx.run(() -> window.shell().session().startRun());
      window.awaitChip("Running");
      OnFx.run(
          () -> {
            window.panel("problems").words().set("1");
            window.shell().reveal("welcome");
          });
      Snapshot.compare("shell-running", theme, window.scene());
      window.close();
    }
  }

  @Test
  void aCrashInANarrowWindow() {
    for (var theme : Theme.values()) {
      var window = TestWindow.open(theme, 1100, 700).withProject();
      OnFx.run(() -> window.shell().session().startRun());
      window.awaitChip("Running");
      window.bench().guests().newest().end(Verdict.CRASHED, "Page fault at 0x0 in worker-2");
      window.awaitChip("Crashed");
      Snapshot.compare("shell-crashed", theme, window.scene());
      window.close();
    }
  }

  @Test
  void thePalette() {
    for (var theme : Theme.values()) {
      var window = TestWindow.open(theme, 1280, 800).withProject();
      window
          .bench()
          .history()
          .add(Samples.record(18, Verdict.CRASHED, "page fault"))
          .add(Samples.record(17, Verdict.STOPPED, ""));
      OnFx.run(
          () -> {
            window.shell().commands().run("palette.open");
            window.shell().toast(Toast.error("Build failed: 2 errors", "make ended with code 2."));
          });
      OnFx.await("no job under way", () -> window.bench().jobs().running().isEmpty());
      OnFx.painted();
      Snapshot.compare("shell-palette", theme, window.scene());
      window.close();
    }
  }

  @Test
  void theQuestionOfTrust() {
    for (var theme : Theme.values()) {
      var window = TestWindow.open(theme, 1280, 800).withProject();
      window
          .bench()
          .projects()
          .distrust(
              Samples.FOLDER,
              "Build runs: make -j2",
              "QEMU gets: -device vfio-pci,host=01:00.0",
              "Port 0.0.0.0:8080 of this machine leads into the guest");
      OnFx.run(() -> window.shell().session().startRun());
      window.awaitNode("#trust-yes");
      Snapshot.compare("shell-trust", theme, window.scene());
      window.close();
    }
  }
}
