// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.util.stream.Stream;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Quitting, and what is there when the program is started again.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class TomorrowTest {

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();
  private AppWindow window;
  private Person person;

  private void start() {
    window = sitting.open();
    person = new Person(window);
  }

  @Test
  void aRunOpensAgain() throws Exception {
    start();
    person.build();
    person.click("#guest-run");
    person.awaitText("#state-chip", "booted in");
    int port = person.port();
    try (var guest = new Guest(port)) {
      guest.perform("alloc?kib=16384");
    }
    until(
        "the graph of it",
        () -> person.text("#graph-memory .graph-headline").matches("1[89].*|[2-9]\\d.*"));
    person.click("#guest-stop");
    person.awaitText("#state-chip", "Stopped");
    quit();

    start();
    assertThat(home.qemus()).isEmpty();
    person.click(person.row(".runs .list-cell", "#1"));
    person.awaitText(".vitals", "Run #1, stopped");
    person.awaitText("#graph-memory .graph-headline", "of 64 MiB");
    person.await("#graph-cpu .plot");
    until("its console", () -> person.copied(".console .line-view").contains("listening on :80"));
    person.click(person.row(".runs .list-cell", "#1"));
    person.keys(KeyCode.F4);
    var page = person.await(".run-page");
    var kept = new ObjectMapper().readTree(home.run(1).resolve("run.json").toFile());
    assertThat(onFx(() -> Words.of(page)))
        .contains("stopped", "64 MiB", kept.get("buildId").asText(), kept.get("image").asText());
    var command = onFx(() -> ((TextArea) page.lookup(".run-command")).getText());
    assertThat(command)
        .isEqualToIgnoringWhitespace(Files.readString(home.run(1).resolve("command")));
    Stream.of("qemu-system-x86_64", "-S", "tidepool.elf")
        .forEach(word -> assertThat(command).contains(word));
    person.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    quit();

    start();
    until("the tools as large as they were", () -> !person.sees(".tri-tabs-editor"));
    person.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    person.awaitText(".run-page", "stopped");
  }

  @Test
  void theWindowLooksAsItDid() {
    start();
    person.open("pool.c");
    person.keys(KeyCode.CONTROL, KeyCode.G);
    person.awaitText("#palette-field", ":");
    person.type("12:5");
    person.awaitText("#palette-list .list-cell:selected", "line 12");
    person.keys(KeyCode.ENTER);
    person.awaitText("#status-caret", "Ln 12, Col 5");
    person.click("#tab-problems");
    var divider = person.await(".tri-areas > .split-pane-divider");
    var before = onFx(() -> divider.localToScreen(0, 0).getX());
    person.drag(divider, 70, 0, MouseButton.PRIMARY);
    var moved = onFx(() -> divider.localToScreen(0, 0).getX());
    assertThat(moved).isBetween(before + 60, before + 80);
    quit();

    start();
    person.awaitText(".tri-tabs-editor .tri-tab-heads", "pool.c");
    person.awaitText("#status-caret", "Ln 12, Col 5");
    person.await("#tab-problems:selected");
    // Looked for each time: a layout that is taken up makes dividers anew.
    until(
        "the divider where it was",
        () -> {
          var again = person.await(".tri-areas > .split-pane-divider");
          return Math.abs(onFx(() -> again.localToScreen(0, 0).getX()) - moved) < 2;
        });
  }

  @Test
  void whatIsNotSavedIsAskedAbout() throws Exception {
    start();
    person.open("pool.c");
    var file = home.project().resolve("src/pool.c");
    var before = Files.readString(file);
    person.type("// mine\n");
    person.keys(KeyCode.CONTROL, KeyCode.Q);
    person.awaitText("#leave", "pool.c");
    person.keys(KeyCode.ESCAPE);
    person.awaitGone("#leave");
    assertThat(Files.readString(file)).isEqualTo(before);
    person.keys(KeyCode.CONTROL, KeyCode.Q);
    person.click("#leave-save");
    assertThat(window.exitCode()).isZero();
    assertThat(Files.readString(file)).isEqualTo("// mine\n" + before);
  }

  private void quit() {
    person.keys(KeyCode.CONTROL, KeyCode.Q);
    assertThat(window.exitCode()).isZero();
    window.close();
  }
}
