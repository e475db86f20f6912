// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.until;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's seventh step: pause, resume, restart and stop, each by button, by key and through the
/// palette, and what stays of a run.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class LifeStepTest {

  private static final String CHIP = "#state-chip";

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();
  private AppWindow window;
  private Person person;

  @BeforeEach
  void open() {
    window = sitting.open();
    person = new Person(window);
  }

  @Test
  void byTheButtons() throws Exception {
    person.build();
    goThroughALife(
        () -> person.click("#guest-run"),
        () -> person.click("#guest-pause"),
        () -> person.click("#guest-pause"),
        () -> person.click("#guest-restart"),
        () -> person.click("#guest-stop"));
  }

  @Test
  void byKeys() throws Exception {
    person.keys(KeyCode.CONTROL, KeyCode.B);
    person.awaitText(".build-title", "Built in");
    goThroughALife(
        () -> person.keys(KeyCode.F5),
        () -> person.keys(KeyCode.F6),
        () -> person.keys(KeyCode.F6),
        () -> person.keys(KeyCode.CONTROL, KeyCode.F5),
        () -> person.keys(KeyCode.SHIFT, KeyCode.F5));
  }

  @Test
  void throughThePalette() throws Exception {
    person.command("Build");
    person.awaitText(".build-title", "Built in");
    goThroughALife(
        () -> person.command("Run"),
        () -> person.command("Pause"),
        () -> person.command("Resume"),
        () -> person.command("Restart"),
        () -> person.command("Stop"));
    person.command("Open Configuration");
    person.await(".config-form");
    person.command("Type on the console");
    person.await(".console-field");
  }

  /// From Run to Stop by four ways to ask for it; what is seen is compared with the process table,
  /// the guest's clients and `run.json`.
  private void goThroughALife(
      Runnable run, Runnable pause, Runnable resume, Runnable restart, Runnable stop)
      throws Exception {
    run.run();
    person.awaitText(CHIP, "booted in");
    int port = person.port();
    var first = home.qemus();
    assertThat(first).hasSize(1);
    try (var guest = new Guest(port)) {
      assertThat(guest.get("/")).contains("tidepool");
      pause.run();
      person.awaitText(CHIP, "Paused");
      assertThat(guest.silent()).as("a paused guest is silent").isTrue();
      person.awaitText(".vitals", "the guest is paused");
      resume.run();
      person.awaitText(CHIP, "Running");
      until("an answer again", () -> guest.get("/").contains("tidepool"));
      restart.run();
      until("another QEMU", () -> home.qemus().size() == 1 && !home.qemus().equals(first));
      person.awaitText(CHIP, "booted in");
      until("the new guest's answer", () -> guest.get("/").contains("tidepool"));
    }
    assertThat(ofRun(1).get("verdict").asText()).isEqualTo("stopped");
    stop.run();
    person.awaitText(CHIP, "Stopped");
    until("no QEMU", () -> home.qemus().isEmpty());
    until("the result", () -> ofRun(2).path("verdict").asText().equals("stopped"));
    person.awaitText(".runs", "2 runs");
    assertThat(person.text(".runs")).contains("#1", "#2").doesNotContain("running");
  }

  private JsonNode ofRun(int number) throws IOException {
    return new ObjectMapper().readTree(home.run(number).resolve("run.json").toFile());
  }
}
