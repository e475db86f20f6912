// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import trilobite.ui.theme.Theme;

/// A window of its own for a panel under test.
public final class TestStage {

  private TestStage() {}

  /// Shows it in the dark theme, at the upper left of the screen. JavaFX thread.
  public static Stage dark(Parent panel, double width, double height) {
    var scene = new Scene(panel, width, height);
    Theme.DARK.apply(scene, 1);
    var stage = new Stage();
    stage.setScene(scene);
    stage.setX(0);
    stage.setY(0);
    stage.show();
    return stage;
  }
}
