// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import trilobite.ui.control.Hint;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// A panel that shows a button with its own name and counts what it is told.
final class TestPanel implements Panel {

  private final PanelInfo info;
  private final SimpleStringProperty badge = new SimpleStringProperty("");
  private final Button button;
  private final StackPane place;
  int opened;
  boolean visible;

  TestPanel(String id, String title, String icon, Place place, int order, String shortcut) {
    this.info = new PanelInfo(id, title, icon, place, order, shortcut);
    this.button = new Button("I am " + title);
    this.button.setId("button-" + id);
    this.place = new StackPane(button);
  }

  /// Wants more room than there is.
  void grow() {
    place.setMinHeight(2000);
  }

  SimpleStringProperty words() {
    return badge;
  }

  @Override
  public PanelInfo info() {
    return info;
  }

  @Override
  public Node open(Desk desk) {
    opened++;
    return place;
  }

  /// Shows a hint with this thing to do in place of what it has.
  void lack(String action) {
    place
        .getChildren()
        .setAll(Hint.empty("ci-tools", "Nothing", "", Hint.action("", action, () -> {})));
  }

  @Override
  public ReadOnlyStringProperty badge() {
    return badge;
  }

  @Override
  public void shown(boolean now) {
    visible = now;
  }

  @Override
  public void focus() {
    button.requestFocus();
  }
}
