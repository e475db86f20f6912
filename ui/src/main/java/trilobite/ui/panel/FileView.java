// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import trilobite.model.project.TextPlace;

/// One open file in the editor area, which owns its tab. JavaFX thread only.
public interface FileView {

  Node node();

  /// True while it holds text that is not on disk.
  ObservableBooleanValue unsaved();

  /// True where the file cannot be written; its tab shows a lock.
  ObservableBooleanValue readonly();

  /// For the status bar, such as `Ln 82, Col 14`; empty while nothing is loaded.
  ObservableStringValue caretText();

  /// For the status bar, such as `C LF UTF-8`.
  ObservableStringValue formatText();

  /// The caret's place, to open the file elsewhere.
  TextPlace caret();

  /// Puts the caret at a place and scrolls to it, now or once the file is loaded.
  void go(TextPlace place);

  /// Saves in the background; `done` hears on the JavaFX thread whether the text is on disk. Says
  /// itself what went wrong.
  void save(Consumer<Boolean> done);

  /// What another editor of the same content needs to go on from here.
  Draft handOver();

  /// Goes on from another editor: its text, once the file is read, and its caret.
  void takeOver(Draft draft);

  /// Where an editor stands.
  ///
  /// @param text what was typed and not saved, empty where all is on disk
  record Draft(Optional<String> text, TextPlace caret) {}

  void focus();

  /// Ends its subscriptions; the tab is closed, and text that was not saved is given up.
  void close();
}
