// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import trilobite.ui.control.Icons;

/// Says whether a view follows the newest line, and while it does not, how many lines came since,
/// with a button that goes to them.
public final class FollowChip implements LinePart {

  private static final Insets GAP = new Insets(0, 0, 10, 0);

  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private final Button chip = new Button();
  private final Runnable hook = this::update;
  private Optional<LineView> view = Optional.empty();
  private long left;

  public FollowChip() {
    chip.getStyleClass().add("line-chip");
    chip.setGraphic(Icons.of("ci-down-to-bottom", "tri-small"));
    chip.setFocusTraversable(false);
    chip.setVisible(false);
    chip.setOnAction(_ -> following.set(true));
    following.addListener(_ -> view.ifPresent(this::obey));
    StackPane.setMargin(chip, GAP);
  }

  /// Set by scrolling, and to be set by a toggle.
  public BooleanProperty following() {
    return following;
  }

  @Override
  public void install(LineView on) {
    view = Optional.of(on);
    on.overlay(chip, Pos.BOTTOM_CENTER);
    on.sheet().whenPainted(hook);
  }

  @Override
  public void uninstall() {
    view.ifPresent(
        on -> {
          on.removeOverlay(chip);
          on.sheet().forgetHook(hook);
        });
    view = Optional.empty();
  }

  private void obey(LineView on) {
    if (on.following() != following.get()) {
      on.follow(following.get());
    }
  }

  private void update() {
    view.ifPresent(
        on -> {
          long end = on.viewport().ring().ended();
          if (on.following() || left > end) {
            left = end;
          }
          following.set(on.following());
          long news = on.following() ? 0 : end - left;
          chip.setVisible(news > 0);
          if (news > 0) {
            chip.setText(String.format("%,d new %s", news, news == 1 ? "line" : "lines"));
          }
        });
  }
}
