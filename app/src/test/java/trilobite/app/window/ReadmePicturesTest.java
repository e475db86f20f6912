// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.until;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Makes README's pictures: the whole window, a guest under load, in both themes. They go to
/// `target/readme/`; with `-Dreadme.pictures=true`, after looking at them, to `resources/docs/`.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class ReadmePicturesTest {

  private static final List<String> PANELS =
      List.of(
          ".tri-top",
          "#project-tree",
          ".runs .list-view",
          ".code-area",
          ".console .line-view",
          "#graph-cpu",
          "#graph-memory",
          "#graph-network",
          ".tri-status");
  private static final int DARK_SERIES = 0x4189ea;
  private static final int LIGHT_SERIES = 0x3a7fdc;
  private static final int FEWEST_OF_A_CURVE = 150;

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
  void theWindowUnderLoad() throws Exception {
    person.build();
    crash();
    person.click(person.row("#project-tree .list-cell", "src"));
    person.keys(KeyCode.RIGHT);
    person.open("main.c");
    person.open("http.c");
    goTo("static enum outcome serve_one");
    person.keys(KeyCode.F5);
    person.awaitText("#state-chip", "booted in");
    person.click(person.row(".vitals .toggle-button", "30 s"));
    load();
    person.click("#tab-console");
    until("nothing over the window", () -> person.text("#toasts").isEmpty());

    theme("dark");
    keep("window.png", DARK_SERIES);
    theme("light");
    keep("window-light.png", LIGHT_SERIES);
  }

  /// A run of yesterday, so that Runs has more than one line.
  private void crash() {
    person.keys(KeyCode.F5);
    person.awaitText("#state-chip", "booted in");
    person.click(".console-field");
    person.type("null\n");
    person.awaitText("#state-chip", "Crashed");
  }

  private void goTo(String text) throws IOException {
    var lines = java.nio.file.Files.readAllLines(home.project().resolve("src/http.c"));
    int line = 0;
    while (!lines.get(line++).startsWith(text)) {
      assertThat(line).as(text).isLessThan(lines.size());
    }
    person.keys(KeyCode.CONTROL, KeyCode.G);
    person.awaitText("#palette-field", ":");
    person.type("" + line);
    person.awaitText("#palette-list .list-cell:selected", "line " + line);
    person.keys(KeyCode.ENTER);
    person.awaitText("#status-caret", "Ln " + line);
  }

  /// Load that rises in steps, until the guest has told its figures twice: every ten seconds.
  private void load() throws Exception {
    person.click("#tab-load");
    var rate = person.await("#load-rate");
    person.fill(rate, "40");
    person.click("#load-start");
    try (var guest = new Guest(person.port())) {
      until("the first figures", () -> home.console(2).contains("stats: "));
      person.fill(rate, "150");
      guest.perform("alloc?kib=6144");
      until("the second", () -> home.console(2).split("stats: ", -1).length > 2);
    }
  }

  private void theme(String name) {
    person.keys(KeyCode.CONTROL, KeyCode.COMMA);
    person.click("#theme-" + name);
    person.keys(KeyCode.CONTROL, KeyCode.W);
    person.awaitGone("#theme-" + name);
    person.robot().moveTo(760, 20);
  }

  private void keep(String name, int series) throws IOException {
    Patience.frames();
    var image = Screen.take();
    Screen.save(image, Path.of("target/readme", name));
    var picture = new Picture(image);
    picture.requireContent("the window");
    for (var panel : PANELS) {
      picture.part(person.bounds(panel)).requireContent(panel);
    }
    for (var graph : List.of("cpu", "memory", "network")) {
      assertThat(picture.part(person.bounds("#graph-" + graph + " .plot")).like(series))
          .as("pixels of the curves in " + graph)
          .isGreaterThan(FEWEST_OF_A_CURVE);
    }
    if (Boolean.getBoolean("readme.pictures")) {
      Screen.save(image, Path.of("../resources/docs", name));
    }
  }
}
