// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's sixth step: 16 MiB in the form, in the command line, in the file and in the guest.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class ConfigStepTest {

  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");

  @RegisterExtension final Sitting sitting = new Sitting();
  private final Home home = sitting.home();
  private AppWindow window;
  private Person person;

  @BeforeEach
  void open() {
    window = sitting.open();
    person = new Person(window);
    person.build();
    person.keys(KeyCode.ALT, KeyCode.DIGIT0);
    person.await(".config-form");
    person.awaitText(".command", "size=64M");
  }

  @Test
  void fieldCommandAndFileChangeTogether() throws Exception {
    var before = file();
    person.fill(memory(), "16M");
    person.awaitText(".command", "size=16M");
    var row = row();
    until("the field lit", () -> onFx(() -> row.getPseudoClassStates().contains(LIT)));
    until("its argument lit", () -> lit().contains("size=16M"));
    until("16 MiB on disk", () -> file().equals(before.replaceFirst("64M", "16M")));
    assertThat(file()).contains("# 64 MiB on the machine");
    person.awaitText("#target-menu", "16 MiB");

    person.fill(memory(), "1K");
    person.awaitText(".config-row:invalid", "1 KiB");
    person.click(".config-row:invalid .hyperlink");

    person.awaitGone(".config-row:invalid");
    until("a file that works", () -> !file().contains("\"1K\""));

    person.fill(memory(), "16M");
    person.keys(KeyCode.F5);
    person.awaitText("#state-chip", "booted in");
    person.awaitText("#graph-memory .graph-headline", "of 16 MiB");
    assertThat(Files.readString(home.run(1).resolve("command"))).contains("size=16M");
  }

  private String file() throws IOException {
    return Files.readString(home.project().resolve("trilobite.toml"));
  }

  private Node memory() {
    return Patience.found(
        "the memory field",
        () ->
            onFx(
                () ->
                    window.scene().getRoot().lookupAll(".config-form .text-field").stream()
                        .filter(node -> node instanceof TextField)
                        .filter(node -> "Memory".equals(node.getAccessibleText()))
                        .findFirst()));
  }

  private Node row() {
    Node node = memory();
    while (!node.getStyleClass().contains("config-row")) {
      node = node.getParent();
    }
    return node;
  }

  /// True where the scroll pane around a node shows all of it.
  private static boolean inSight(Node node) {
    Node around = node;
    while (!around.getStyleClass().contains("viewport")) {
      around = around.getParent();
    }
    var sight = around.localToScreen(around.getBoundsInLocal());
    return sight.contains(node.localToScreen(node.getBoundsInLocal()));
  }

  /// The arguments that are lit and in sight, as one text.
  private String lit() {
    return onFx(
        () -> {
          List<Node> all = List.copyOf(window.scene().getRoot().lookupAll(".command-argument"));
          return String.join(
              "\n",
              all.stream()
                  .filter(one -> one.getPseudoClassStates().contains(LIT))
                  .filter(ConfigStepTest::inSight)
                  .map(Words::of)
                  .toList());
        });
  }
}
