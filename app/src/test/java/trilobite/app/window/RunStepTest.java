// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's third and fifth step: run, see it boot, talk to it.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class RunStepTest {

  private static final String CHIP = "#state-chip";
  private static final String LINES = ".console .line-view";

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();
  private AppWindow window;
  private Person person;

  @BeforeEach
  void run() {
    window = sitting.open();
    person = new Person(window);
    person.build();
    person.click("#guest-run");
    person.awaitText(CHIP, "Running");
  }

  @Test
  void theGuestBootsAndAnswers() throws Exception {
    until("the console on disk", () -> home.console(1).contains("tide>"));
    assertThat(person.copied(LINES))
        .contains("tide: 0.1.0 on x86_64", "tidepool: listening on :80", "tide>");
    person.awaitText(CHIP, "booted in");
    var chip = person.text(CHIP);
    assertThat(chip).contains("TCG").contains("pid " + home.qemus().getFirst());
    person.hover(person.await(CHIP));
    var why = Patience.found("why TCG", () -> onFx(() -> Words.inPopups("TCG: ")));
    assertThat(onFx(() -> Words.of(why))).contains("Run #1").contains("Ready after");
    assertThat(person.text(".tri-forwards")).isEqualTo("127.0.0.1:" + person.port() + " → :80");
    try (var guest = new Guest(person.port())) {
      assertThat(guest.get("/")).contains("tidepool");
    }
  }

  @Test
  void theGuestsShellAnswers() throws Exception {
    person.click(".console-field");
    person.type("help\n");
    until("the answer on disk", () -> home.console(1).contains("Break:"));
    until("the answer in the window", () -> person.copied(LINES).contains("Break:"));

    person.click(person.row(".console-input .toggle-button", "Raw"));
    person.await(".console-sink:focused");
    person.awaitText(".console-sink", "every key goes to the guest");
    person.type("echo no");
    until("each character", () -> home.console(1).endsWith("echo no"));
    person.keys(KeyCode.CONTROL, KeyCode.C);
    until("a new prompt", () -> home.console(1).stripTrailing().endsWith("tide>"));
    var before = home.console(1).length();
    person.keys(KeyCode.UP);
    until("the line before", () -> home.console(1).substring(before).contains("help"));
    person.keys(KeyCode.ENTER);
    until("help again", () -> home.console(1).substring(before).contains("Break:"));
    // What is a command of the window elsewhere is a key of the guest here.
    person.keys(KeyCode.CONTROL, KeyCode.K);
    assertThat(person.sees("#palette")).isFalse();

    person.keys(KeyCode.CONTROL, KeyCode.ALT, KeyCode.G);
    person.await(".console-field:focused");
    person.type("zebra");
    person.awaitText(".console-field", "what was typed, and no G", "zebra"::equals);
    assertThat(home.console(1)).doesNotContain("zebra");
  }
}
