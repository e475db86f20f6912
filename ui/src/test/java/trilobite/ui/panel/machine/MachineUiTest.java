// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.machine.MachineReport;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.FakeMachine;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// The machine page by mouse, and its states as pictures.
@Tag("ui")
final class MachineUiTest {

  private static final MachineReport MIXED =
      new MachineReport(
          Samples.STARTED,
          List.of(
              FakeMachine.check(
                  "qemu", "QEMU", State.OK, "7.2.22 /usr/bin/qemu-system-x86_64", "Runs guests."),
              FakeMachine.check(
                  "accel.kvm",
                  "KVM",
                  State.RUNNING,
                  "not tried yet",
                  "Only a guest that ran proves it; one is booted in the background."),
              new MachineCheck(
                  "gcc",
                  "gcc",
                  State.MISSING,
                  "not found",
                  "The demo cannot be built; its prebuilt image still runs.",
                  Optional.of("sudo apt-get install gcc binutils make")),
              FakeMachine.check("gdb", "gdb", State.WARNING, "not found", "Debugging is off."),
              FakeMachine.check("shm", "/dev/shm", State.INFO, "11.6 GiB free", "")),
          Optional.empty(),
          Samples.TCG);

  private final FakeDesk desk = new FakeDesk();
  private final FxRobot robot = new FxRobot();
  private MachineView view;
  private Stage stage;

  @BeforeEach
  void open() {
    desk.workbench().machine().report(MIXED);
    OnFx.run(
        () -> {
          view = new MachineView(desk, () -> Samples.STARTED.plusSeconds(2));
          var scene = new Scene((Parent) view.node(), 700, 520);
          Theme.DARK.apply(scene, 1);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
        });
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
  }

  @Test
  void remediesCanBeCopied() {
    var copy =
        (Button) OnFx.get(() -> Objects.requireNonNull(view.node().lookup("#check-gcc .button")));
    OnFx.run(copy::fire);
    OnFx.await(
        "the remedy on the clipboard",
        () ->
            "sudo apt-get install gcc binutils make"
                .equals(Clipboard.getSystemClipboard().getString()));
  }

  @Test
  void checkAgainShowsWhatWasFound() {
    desk.workbench()
        .machine()
        .report(
            new MachineReport(
                Samples.STARTED,
                List.of(FakeMachine.check("gcc", "gcc", State.OK, "12.2.0", "")),
                Optional.empty(),
                Samples.TCG));
    robot.clickOn("#machine-again");
    OnFx.await("one row", () -> view.node().lookup("#check-qemu") == null);
    OnFx.await(
        "the button",
        () ->
            !((Button) Objects.requireNonNull(view.node().lookup("#machine-again"))).isDisabled());
  }

  @Test
  void pictures() {
    Snapshot.both(
        "machine",
        700,
        620,
        () -> (Parent) new MachineView(desk, () -> Samples.STARTED.plusSeconds(2)).node());
  }
}
