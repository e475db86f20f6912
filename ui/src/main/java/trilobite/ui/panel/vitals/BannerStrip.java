// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.panel.Session;

/// One line that says when the graphs do not show the present moment of the live guest, and the way
/// back to it.
final class BannerStrip extends HBox {

  private final Label words = new Label();
  private final Button action = new Button();
  private final GraphGroup group;
  private final Session session;
  private VitalsModel.Banner shown = VitalsModel.Banner.NONE;

  BannerStrip(GraphGroup group, Session session) {
    this.group = group;
    this.session = session;
    getStyleClass().add("vitals-banner");
    words.setMinWidth(0);
    action.getStyleClass().addAll("tri-inline");
    action.setMinWidth(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    getChildren().addAll(words, space, action);
    setVisible(false);
    setManaged(false);
  }

  void show(VitalsModel.Banner banner) {
    if (banner.equals(shown)) {
      return;
    }
    shown = banner;
    boolean any = banner.kind() != VitalsModel.Banner.Kind.NONE;
    setVisible(any);
    setManaged(any);
    words.setText(banner.text());
    setAccessibleText(banner.text());
    switch (banner.kind()) {
      case VIEW_PAUSED -> action("Go on", group::pauseOrResume);
      case GUEST_PAUSED -> action("Resume guest", session::pauseOrResume);
      case PAST -> {
        if (banner.back()) {
          action("Back to the guest", this::back);
        } else {
          noAction();
        }
      }
      case NONE, ENDED -> noAction();
    }
  }

  private void back() {
    session.status().get().ifPresent(status -> session.show(status.id()));
  }

  private void action(String label, Runnable run) {
    action.setText(label);
    action.setOnAction(_ -> run.run());
    action.setVisible(true);
    action.setManaged(true);
  }

  private void noAction() {
    action.setVisible(false);
    action.setManaged(false);
  }
}
