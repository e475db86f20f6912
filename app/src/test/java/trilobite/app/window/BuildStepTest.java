// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.seen;

import java.nio.file.Files;
import java.util.HashSet;
import java.util.Set;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's second step: build, break the source, see where it is broken, mend it.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class BuildStepTest {

  private static final String OUTPUT = ".build .line-view";
  private static final String BREAK = "int broken = ;";

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
  void buildStreamsAndABrokenSourceIsFoundFromEverywhere() throws Exception {
    var progress = watchProgress();
    person.click("#build-start");
    person.awaitText(".build-title", "Built in");
    assertThat(progress).as("shares that the progress bar showed").hasSizeGreaterThan(2);
    assertThat(person.copied(OUTPUT)).contains("$ ").contains("http.c");
    var image = home.project().resolve("build/tidepool.elf");
    var symbols = home.project().resolve("build/tidepool.dbg");
    assertThat(image).isRegularFile();
    assertThat(symbols).isRegularFile();
    person.awaitText("#project-tree", "tidepool.elf");
    person.awaitText("#project-tree", "tidepool.dbg");
    var built = Files.readAllBytes(image);
    var id = person.text(".build-detail");
    assertThat(id).matches("build-id [0-9a-f]{8}");

    var line = Files.readAllLines(home.project().resolve("src/http.c")).size() + 1;
    var place = "src/http.c:" + line + ":14";
    breakTheSource();
    person.click("#build-start");
    person.awaitText(".build-title", "Build failed");
    assertThat(person.text(".build-note")).contains("Run still boots the image").contains(id);
    assertThat(person.copied(OUTPUT)).contains(place + ": error");
    assertThat(Files.readAllBytes(image)).as("the last good image").isEqualTo(built);
    person.awaitText("#status-problems", "one error", text -> text.startsWith("1"));
    person.await(".editor-frame .mark-error");
    person.awaitText(".inline-message", "expected expression");

    person.click("#tab-problems");
    person.awaitText(".problems", place);
    person.click(person.row(".problems .list-cell", "expected expression"));
    person.awaitText("#status-caret", "Ln " + line + ", Col 14");

    person.await(".code-area:focused");
    mendTheSource();
    person.keys(KeyCode.CONTROL, KeyCode.B);
    person.awaitText(".build-title", "Built in");
    seen("no mark", () -> window.scene().getRoot().lookupAll(".mark-error").isEmpty());
    person.awaitText("#status-problems", "no error", text -> text.startsWith("0"));
  }

  /// The shares that the bar shows while a build goes on, collected as they are painted.
  private Set<Double> watchProgress() {
    var shares = new HashSet<Double>();
    person.keys(KeyCode.ALT, KeyCode.DIGIT2);
    person.await(".build");
    onFx(
        () -> {
          var bar = (ProgressBar) window.scene().getRoot().lookup(".build .progress-bar");
          bar.progressProperty().subscribe(share -> shares.add(share.doubleValue()));
          return true;
        });
    return shares;
  }

  private void breakTheSource() throws Exception {
    person.click(person.row("#project-tree .list-cell", "src"));
    person.keys(KeyCode.RIGHT);
    person.doubleClick(person.row("#project-tree .list-cell", "http.c"));
    person.awaitText(".tri-tabs-editor .tri-tab-heads", "http.c");
    person.keys(KeyCode.CONTROL, KeyCode.END);
    person.type(BREAK + "\n");
  }

  private void mendTheSource() {
    person.keys(KeyCode.CONTROL, KeyCode.END);
    person.keys(KeyCode.SHIFT, KeyCode.UP);
    person.keys(KeyCode.DELETE);
  }
}
