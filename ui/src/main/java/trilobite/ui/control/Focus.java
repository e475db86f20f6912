// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// Where the focus is. JavaFX's own answer is no while the window itself has no keys.
public final class Focus {

  private Focus() {}

  /// True where `node` is `whole` or a part of it.
  public static boolean within(Node whole, @Nullable Node node) {
    for (var at = node; at != null; at = at.getParent()) {
      if (at.equals(whole)) {
        return true;
      }
    }
    return false;
  }
}
