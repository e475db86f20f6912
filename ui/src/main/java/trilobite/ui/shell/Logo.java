// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.scene.Group;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;

/// The trilobite, 22 px wide.
final class Logo extends Group {

  Logo() {
    getChildren()
        .addAll(
            part(
                "M1.2 12 C1.2 4.6 5.6 1 11 1 C16.4 1 20.8 4.6 20.8 12 L20.2 14.4 L19 11.6 L3 11.6 L1.8 14.4 Z",
                "body"),
            part(
                "M3 13.2 H7.6 V15.6 H3.6 Z M9 13.2 H13 V15.6 H9 Z M14.4 13.2 H19 L18.4 15.6 H14.4 Z",
                "body"),
            part(
                "M4 16.8 H7.6 V18.8 H4.8 Z M9 16.8 H13 V18.8 H9 Z M14.4 16.8 H18 L17.2 18.8 H14.4 Z",
                "body"),
            part(
                "M5.4 20 H7.6 V21.8 H6.6 Z M9 20 H13 V22.6 H9 Z M14.4 20 H16.6 L15.4 21.8 H14.4 Z",
                "body"),
            part(
                "M4.2 6 Q6.4 4.6 6.4 8.4 Q4.2 9 4.2 6 Z M17.8 6 Q15.6 4.6 15.6 8.4 Q17.8 9 17.8 6 Z",
                "eyes"));
    setAccessibleText("Trilobite");
  }

  private static Shape part(String path, String kind) {
    var shape = new SVGPath();
    shape.setContent(path);
    shape.getStyleClass().add("tri-logo-" + kind);
    return shape;
  }
}
