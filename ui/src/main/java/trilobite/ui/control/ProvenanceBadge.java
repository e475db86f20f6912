// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// Says where numbers come from and what they cost the guest: a green dot where it was never paused
/// for them, an amber square where it was, and the words beside it. Where there is little room it
/// loses its words from the end; the dot and the tooltip stay.
public final class ProvenanceBadge extends YieldingRow {

  private static final PseudoClass PAUSED = PseudoClass.getPseudoClass("paused");
  private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

  private final Label strong = new Label();
  private final Label small = new Label();
  private final Tooltip more = new Tooltip();

  public ProvenanceBadge() {
    getStyleClass().add("tri-provenance");
    var dot = new Region();
    dot.getStyleClass().add("tri-provenance-dot");
    strong.getStyleClass().add("tri-provenance-strong");
    small.getStyleClass().addAll("tri-small", "tri-muted");
    small.setMinWidth(0);
    strong.setMinWidth(0);
    setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(dot, strong, small);
    yields(List.of(small, strong));
    Tooltip.install(this, more);
    setFocusTraversable(false);
  }

  /// Such as `Read live from guest memory`, `0 pauses, 500 ms`.
  ///
  /// @param paused true where the guest stood still for it
  /// @param details for the tooltip: what exactly was read, how old it is, what it cost
  public void live(String words, String beside, boolean paused, String details) {
    show(words, beside, details);
    pseudoClassStateChanged(PAUSED, paused);
    pseudoClassStateChanged(STALE, false);
  }

  /// The numbers are no longer taken, such as `as of 14:07:10`, `the guest is paused`.
  public void stale(String words, String beside, String details) {
    show(words, beside, details);
    pseudoClassStateChanged(PAUSED, false);
    pseudoClassStateChanged(STALE, true);
  }

  /// What it says, for tests and for screen readers.
  public String text() {
    return small.getText().isEmpty() ? strong.getText() : strong.getText() + " " + small.getText();
  }

  private void show(String words, String beside, String details) {
    set(strong, words);
    set(small, beside);
    if (!more.getText().equals(details)) {
      more.setText(details);
    }
    setAccessibleText(text());
    setAccessibleHelp(details);
  }

  private static void set(Label label, String text) {
    if (!label.getText().equals(text)) {
      label.setText(text);
    }
  }
}
