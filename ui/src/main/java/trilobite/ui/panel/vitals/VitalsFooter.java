// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// What looking cost the guest and the host.
final class VitalsFooter extends HBox {

  private final Region dot = new Region();
  private final Label pauses = new Label();
  private final Label rate = new Label();
  private final Label cost = new Label();
  private Optional<Provenance> newest = Optional.empty();
  private final HBox badge = new HBox(dot, pauses, rate);

  VitalsFooter() {
    getStyleClass().add("vitals-footer");
    badge.getStyleClass().add("provenance");
    dot.getStyleClass().add("provenance-dot");
    pauses.getStyleClass().add("provenance-strong");
    rate.getStyleClass().addAll("tri-small", "tri-muted");
    cost.getStyleClass().addAll("tri-small", "tri-muted");
    cost.setMinWidth(0);
    badge.setMinWidth(Region.USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(badge, space, cost);
  }

  void narrow(boolean narrow) {
    for (Label label : new Label[] {rate, cost}) {
      label.setVisible(!narrow);
      label.setManaged(!narrow);
    }
  }

  void live(Provenance provenance, OptionalDouble period) {
    int count = provenance.pauses();
    badge.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("paused"), count > 0);
    set(pauses, count == 1 ? "1 pause" : count + " pauses");
    set(
        rate,
        period.isPresent()
            ? String.format(Locale.ROOT, "sampled every %.0f ms", period.getAsDouble())
            : "first sample is being taken");
    set(cost, period.isPresent() ? provenance.cost(period.getAsDouble()) : "");
    newest = Optional.of(provenance);
    if (pauses.getTooltip() == null) {
      var tip = new Tooltip();
      // Put together where somebody reads it, not with every sample.
      tip.setOnShowing(_ -> newest.ifPresent(now -> tip.setText(said(now))));
      pauses.setTooltip(tip);
    }
    badge.setAccessibleText(pauses.getText() + ", " + rate.getText() + ", " + cost.getText());
  }

  private static String said(Provenance provenance) {
    int count = provenance.pauses();
    return "The guest was "
        + (count == 0 ? "not paused" : "paused " + count + " times")
        + " for the newest values. One round of readings took "
        + provenance.costMicros()
        + " µs of host time.";
  }

  void recorded() {
    badge.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("paused"), false);
    set(pauses, "Recorded");
    set(rate, "from the history");
    set(cost, "");
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }
}
