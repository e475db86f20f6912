// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.found;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.until;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's sixth step: a guest under load whose backlog fills, explained from outside.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class ConnectionsStepTest {

  @RegisterExtension final Sitting sitting = new Sitting();
  private AppWindow window;
  private Person person;
  private Guest guest;

  @BeforeEach
  void run() {
    window = sitting.open();
    person = new Person(window);
    person.build();
    person.click("#guest-run");
    person.awaitText("#state-chip", "booted in");
    guest = new Guest(person.port());
  }

  @AfterEach
  void close() {
    guest.close();
  }

  @Test
  void theFullPortLeadsToTheThreadBehindItAndToItsPackets() throws Exception {
    person.click("#tab-load");
    person.fill(person.await("#load-connections"), "32");
    person.fill(person.await("#load-rate"), "200");
    person.click("#load-start");
    until("answers", () -> !person.text("#load-answered").matches("–|0/s"));
    guest.perform("jam");

    person.awaitText("#tab-connections", "1");
    person.click("#tab-connections");
    person.awaitText(".conn-card-head", ":80 drops new connections");
    person.awaitText(".why-bar", "Why :80 is full");
    person.awaitText(".why-bar", "main");
    person.awaitText(".why-bar", "worker-");

    // As in the picture: two tables beside each other want the whole height.
    person.keys(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
    person.awaitGone(".tri-editor-area");
    person.click(found("the way to the SYNs", this::shownSyns));
    person.awaitText(
        ".packets-bar", "dropped SYNs", words -> words.matches("(?s).*[1-9][0-9,]* SYN dropped.*"));
    var filter = (TextField) person.await(".packets .tri-filter .text-field");
    assertThat(onFx(() -> filter.getText())).contains("port 80");
    // Until then the list's first packet is one of all packets, such as an ARP request.
    person.awaitText(
        ".packets-bar", "the filter's packets", words -> words.matches("(?s).*[1-9][0-9,]* of .*"));
    theSynLeadsToItsMomentItsSocketAndItsThread();
    theChainLeadsToTheHolder();

    // A person types it: the guest's own door is the port that is full.
    person.click("#tab-console");
    person.click(".console-field");
    person.type("accept");
    person.keys(KeyCode.ENTER);
    person.awaitText("#tab-connections", "no mark", words -> !words.contains("1"));
  }

  private void theSynLeadsToItsMomentItsSocketAndItsThread() {
    person.click(".packet-sheet");
    // The newest: the first ones were answered, and lead to the worker that still serves them.
    person.keys(KeyCode.END);
    person.awaitText(".packet-links", "Thread");
    person.await(".vitals .plot-cursor");
    person.click(found("the way to its thread", () -> button(".packet-links .button", "Thread")));
    person.awaitText(".thread-head", "main");
    person.click("#tab-packets");
    person.click(
        found("the way to its socket", () -> button(".packet-links .button", "Connection")));
    person.awaitText(".why-bar", "Why :80 is full");
  }

  private void theChainLeadsToTheHolder() {
    person.click(
        found(
            "the end of the chain",
            () ->
                onFx(
                    () ->
                        window.scene().getRoot().lookupAll(".why-cause").stream()
                            .filter(node -> node.getStyleClass().contains("why-leads"))
                            .findFirst())));
    person.awaitText(".thread-head", "worker-");
  }

  private Optional<Node> shownSyns() {
    return button(".conn-card-actions .button", "SYN");
  }

  private Optional<Node> button(String selector, String words) {
    return onFx(
        () ->
            window.scene().getRoot().lookupAll(selector).stream()
                .filter(each -> each instanceof Button button && button.getText().contains(words))
                .findFirst());
  }
}
