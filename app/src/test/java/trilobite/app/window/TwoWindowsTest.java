// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.until;

import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import trilobite.app.Terminal;

/// Two windows on one project, each over a workbench of its own: one guest, one file, nothing lost.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class TwoWindowsTest {

  private static final String CHIP = "#state-chip";

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();
  private AppWindow first;
  private AppWindow second;
  private Person one;
  private Person other;

  @BeforeEach
  void open() {
    first = sitting.open();
    one = new Person(first);
    one.build();
    second = sitting.open();
    other = new Person(second);
  }

  @Test
  void aGuestOfAnotherProcessIsWorkedFromHere() throws Exception {
    second.close();
    var terminal = new Terminal(home.desktop(), home.env());
    var elsewhere = terminal.start("window", "run", home.project().toString());
    try {
      one.awaitText(CHIP, "booted in");
      assertThat(home.qemus()).hasSize(1);
      assertThat(one.text(CHIP)).contains("pid " + home.qemus().getFirst());
      one.awaitText("#graph-memory .graph-headline", "of 64 MiB");
      try (var guest = new Guest(one.port())) {
        one.focus();
        one.keys(KeyCode.F6);
        one.awaitText(CHIP, "Paused");
        assertThat(guest.silent()).isTrue();
        one.keys(KeyCode.F6);
        one.awaitText(CHIP, "Running");
        one.keys(KeyCode.ALT, KeyCode.DIGIT1);
        one.click(".console-field");
        one.type("echo ahoy\n");
        until("the guest's echo", () -> home.console(1).contains("\nahoy"));
        until("it in this window", () -> one.copied(".console .line-view").contains("\nahoy"));
        one.keys(KeyCode.CONTROL, KeyCode.Q);
        assertThat(first.exitCode()).isZero();
        first.close();
        assertThat(guest.get("/")).as("the guest of the other window").contains("tidepool");
      }
      first = sitting.open();
      one = new Person(first);
      one.awaitText(CHIP, "Running");
      one.keys(KeyCode.SHIFT, KeyCode.F5);
      one.awaitText(CHIP, "Stopped");
      until("no QEMU", () -> home.qemus().isEmpty());
      assertThat(elsewhere.isAlive()).as("the other window").isTrue();
    } finally {
      elsewhere.destroy();
      assertThat(elsewhere.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void neitherWritesOverTheOther() throws Exception {
    var file = home.project().resolve("src/pool.c");
    var before = Files.readString(file);
    for (var person : new Person[] {one, other}) {
      person.focus();
      person.open("pool.c");
    }
    one.focus();
    one.type("// one\n");
    one.keys(KeyCode.CONTROL, KeyCode.S);
    until("one's line on disk", () -> Files.readString(file).equals("// one\n" + before));
    other.awaitText(".code-area", "// one");
    one.type("// two\n");
    other.focus();
    other.click(".code-area");
    other.keys(KeyCode.CONTROL, KeyCode.END);
    other.type("// three\n");
    one.focus();
    one.keys(KeyCode.CONTROL, KeyCode.S);
    until("two on disk", () -> Files.readString(file).startsWith("// one\n// two\n"));
    other.awaitText(".editor-banner", "changed by another program");
    other.focus();
    other.keys(KeyCode.CONTROL, KeyCode.S);
    assertThat(Files.readString(file)).startsWith("// one\n// two\n").doesNotContain("three");
    other.awaitText(".editor-banner", "Keep mine");
  }
}
