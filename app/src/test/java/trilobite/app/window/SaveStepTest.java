// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.until;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What a person saves goes through the desktop's own dialog.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class SaveStepTest {

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();

  @Test
  void consoleAndPacketsAreSavedByTheDesktopsDialogOrNotAtAll() throws Exception {
    var person = new Person(sitting.open());
    person.build();
    person.click("#guest-run");
    person.awaitText("#state-chip", "Running");
    until("the console on disk", () -> home.console(1).contains("tide>"));
    var desktop = home.desktop();

    person.command("Save console as");
    DesktopDialog.await("Save").choose(desktop + "/console.log");
    assertThat(written(desktop.resolve("console.log")))
        .contains("listening on :80".getBytes(StandardCharsets.UTF_8));

    person.focus();
    person.keys(KeyCode.ALT, KeyCode.DIGIT5);
    person.await(".packet-sheet:focused");
    person.keys(KeyCode.CONTROL, KeyCode.E);
    DesktopDialog.await("Save").choose("packets.pcapng");
    assertThat(written(desktop.resolve("packets.pcapng"))).startsWith(0x0a, 0x0d, 0x0d, 0x0a);

    person.focus();
    person.command("Save console as");
    DesktopDialog.await("Save").cancel();
    person.focus();
    person.click(".console-field");
    person.type("help\n");
    until("a window that goes on", () -> home.console(1).contains("Break:"));
    try (var left = Files.list(desktop)) {
      assertThat(left).hasSize(2);
    }
  }

  private static byte[] written(Path file) throws Exception {
    until(file.toString(), () -> Files.exists(file) && Files.size(file) > 0);
    return Files.readAllBytes(file);
  }
}
