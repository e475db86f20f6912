// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import org.fxmisc.richtext.GenericStyledArea;
import org.jspecify.annotations.Nullable;
import trilobite.ui.command.KeyDispatch;

/// Says whether somebody types: the keyboard must not be led away under their fingers. What they go
/// on to type would be told to a guest.
final class Typing {

  private Typing() {}

  /// True where the focus lies on something that takes text, or each key.
  static boolean in(@Nullable Scene scene) {
    if (scene == null || scene.getFocusOwner() == null) {
      return false;
    }
    var owner = scene.getFocusOwner();
    return (owner instanceof TextInputControl field && field.isEditable())
        || (owner instanceof GenericStyledArea<?, ?, ?> area && area.isEditable())
        || KeyDispatch.raw(Optional.of(owner));
  }
}
