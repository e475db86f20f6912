// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import trilobite.ui.control.Hint;
import trilobite.ui.fx.Fx;

/// What is asked before a tab closes whose text is not saved: above the editors, with the focus on
/// its first answer. Escape keeps the tab open, and the question goes by itself once the text is
/// saved otherwise.
final class CloseQuestion {

  private final FileTab file;
  private final Consumer<Optional<Banner>> show;
  private final Runnable drop;
  private final ChangeListener<Boolean> saved = (_, _, unsaved) -> settled(unsaved);

  /// @param show takes the question, and nothing to take it away
  /// @param drop closes the tab
  private CloseQuestion(FileTab file, Consumer<Optional<Banner>> show, Runnable drop) {
    this.file = file;
    this.show = show;
    this.drop = drop;
  }

  static void ask(FileTab file, Consumer<Optional<Banner>> show, Runnable drop) {
    new CloseQuestion(file, show, drop).ask();
  }

  private void ask() {
    var save = button("close-save", "ci-save", "Save and close", this::save);
    var banner =
        new Banner(
            "ci-save",
            file.tab().title() + " has changes that are not saved",
            "",
            List.of(),
            save,
            button("close-drop", "", "Close without saving", this::close),
            button("close-keep", "", "Keep open", this::keep));
    banner.addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.ESCAPE) {
            press.consume();
            keep();
          }
        });
    show.accept(Optional.of(banner));
    file.view().unsaved().addListener(saved);
    Fx.later(save::requestFocus);
  }

  private static Button button(String id, String icon, String text, Runnable action) {
    var button = Hint.action(icon, text, action);
    button.setId(id);
    return button;
  }

  private void gone() {
    file.view().unsaved().removeListener(saved);
    show.accept(Optional.empty());
  }

  private void settled(boolean unsaved) {
    if (!unsaved) {
      gone();
    }
  }

  private void save() {
    file.view()
        .save(
            done -> {
              gone();
              if (done) {
                drop.run();
              } else {
                file.view().focus();
              }
            });
  }

  private void close() {
    gone();
    drop.run();
  }

  private void keep() {
    gone();
    file.view().focus();
  }
}
