// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.onFx;
import static trilobite.app.window.Patience.seen;
import static trilobite.app.window.Patience.until;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import javafx.geometry.VerticalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// README's fourth step: the graphs of a guest under load, and what can be done with them.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class VitalsStepTest {

  private static final double MIB = 1 << 20;

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
  void theGraphsShowWhatTheGuestDoes() throws Exception {
    person.awaitText("#graph-memory .graph-headline", "of 64 MiB");
    heapIsTheGuestsOwn();
    var touched = figure("memory", "touched on host");
    guest.perform("alloc?kib=8192");
    until("8 MiB more heap", () -> figure("memory", "guest heap used") >= 8);
    until("8 MiB more touched", () -> figure("memory", "touched on host") >= touched + 7.9);
    heapIsTheGuestsOwn();

    person.click("#tab-load");
    var rate = person.await("#load-rate");
    person.fill(rate, "300");
    var quiet = figure("cpu", "vCPUs");
    person.click("#load-start");
    until("answers", () -> number(person.text("#load-answered")) > 150);
    until("packets", () -> figure("network", "received") > 300);
    until("the guest at work", () -> figure("cpu", "vCPUs") > quiet + 1);
    person.awaitText(".load-words", "keeps up");

    person.fill(rate, "20");
    until("fewer answers", () -> number(person.text("#load-answered")) < 40);
    until("fewer packets", () -> figure("network", "received") < 300);
    person.click("#load-start");
    until("silence", () -> figure("network", "received") < 5);
  }

  @Test
  void nothingOfAMinimisedWindowIsDrawnAndAllOfItIsThereAfterwards() throws Exception {
    until("a heap", () -> figure("memory", "guest heap used") > 0);
    var hand = WindowHand.of("^" + onFx(window.stage()::getTitle) + "$");
    hand.minimise();
    seen("a minimised window", () -> window.stage().isIconified());
    var frames = new AtomicInteger();
    onFx(
        () -> {
          window.scene().addPostLayoutPulseListener(frames::incrementAndGet);
          return true;
        });
    guest.perform("alloc?kib=8192");
    double begun = guest.uptime();
    until("three seconds of the guest's", () -> guest.uptime() > begun + 3);
    // Of the 180 that there are where anything moves by itself.
    assertThat(frames).hasValueLessThan(20);
    assertThat(figure("memory", "guest heap used")).isLessThan(8);
    hand.restore();
    until("the heap of now", () -> figure("memory", "guest heap used") >= 8);
  }

  /// The legend's figure beside the one that the guest counts itself.
  private void heapIsTheGuestsOwn() {
    until(
        "the heap that the guest counts",
        () -> {
          double told = guest.truth("heap").get("used").asDouble() / MIB;
          return Math.abs(figure("memory", "guest heap used") - told) < 0.05;
        });
  }

  /// A value of a legend.
  private double figure(String graph, String title) {
    var words = person.text("#graph-" + graph + " .graph-legend").lines().toList();
    int at = words.indexOf(title);
    assertThat(at).as(title + " among " + words).isNotNegative();
    return number(words.get(at + 1));
  }

  private static double number(String text) {
    var found = Pattern.compile("([0-9][0-9,]*(?:\\.[0-9]+)?) ?(k?)").matcher(text);
    assertThat(found.find()).as("a number in " + text).isTrue();
    double value = Double.parseDouble(found.group(1).replace(",", ""));
    return found.group(2).isEmpty() ? value : value * 1_000;
  }

  @Test
  void theGraphsCanBePausedZoomedAndPanned() throws Exception {
    var plot = person.await("#graph-cpu .plot");
    person.hover(plot);
    until("a crosshair through all graphs", () -> crosshairs() == 3);

    person.click("#vitals-pause");
    person.awaitText(".vitals", "Graphs paused. The guest runs on");
    assertThat(guest.get("/")).contains("tidepool");
    var paused = person.text(".time-axis");
    var fit = person.await("#vitals-fit");
    assertThat(onFx(fit::isDisabled)).isTrue();
    person.hover(plot);
    person.robot().scroll(3, VerticalDirection.UP);
    until("a narrower axis", () -> !person.text(".time-axis").equals(paused));
    until("a way back", () -> !onFx(fit::isDisabled));

    var zoomed = person.text(".time-axis");
    person.drag(plot, -60, 0, MouseButton.PRIMARY, KeyCode.SHIFT);
    until("an axis further on", () -> !person.text(".time-axis").equals(zoomed));

    person.click(fit);
    until("the whole range", () -> onFx(fit::isDisabled));
    person.click(plot);
    person.keys(KeyCode.SPACE);
    until("the present", () -> !person.text(".vitals").contains("Graphs paused"));
  }

  private long crosshairs() {
    return onFx(
        () ->
            window.scene().getRoot().lookupAll(".plot-cursor").stream()
                .filter(line -> line.isVisible())
                .count());
  }
}
