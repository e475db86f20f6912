// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Button;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons of the one pack, coloured and sized by style classes: `tri-tab`, `tri-rail`, `tri-big`;
/// `tri-ok`, `tri-warn`, `tri-bad`, `tri-accent`.
public final class Icons {

  private Icons() {}

  /// An icon by its Ikonli code, such as `ci-play`.
  public static Node of(String code, String... classes) {
    var icon = new FontIcon(code);
    icon.getStyleClass().addAll(classes);
    return icon;
  }

  /// An icon-only button, with the tooltip and accessible text that it needs.
  ///
  /// @param keys its shortcut as people read it, empty for none
  public static Button button(String code, String name, String keys, Runnable action) {
    var button = new Button();
    button.setGraphic(of(code));
    button.getStyleClass().addAll("flat", "tri-icon");
    button.setAccessibleText(name);
    Tip.on(button, keys.isEmpty() ? name : name + " (" + keys + ")");
    button.setOnAction(_ -> action.run());
    return button;
  }

  /// A small cross that takes something away.
  ///
  /// @param keys its shortcut as people read it, empty for none
  public static Button cross(String name, String keys, Runnable action) {
    var button = button("ci-close", name, keys, action);
    button.setGraphic(of("ci-close", "tri-small"));
    button.getStyleClass().add("tri-close");
    return button;
  }
}
