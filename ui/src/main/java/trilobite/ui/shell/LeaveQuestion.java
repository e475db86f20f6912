// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import trilobite.ui.control.Hint;
import trilobite.ui.fx.Fx;

/// The only question that stands in the way: files that are not saved when the window closes.
final class LeaveQuestion extends VBox {

  private LeaveQuestion(Shell shell) {
    getStyleClass().addAll("tri-popup", "tri-leave");
    setId("leave");
    var editor = shell.frame().areas().editor();
    var names =
        editor.unsaved().stream().map(file -> file.tab().title()).collect(Collectors.joining(", "));
    var title = new Label("Some files are not saved");
    title.getStyleClass().add("tri-title");
    var text = new Label(names);
    text.setWrapText(true);
    Runnable stay = () -> shell.frame().overlay().hide(this);
    var save =
        Hint.action(
            "ci-save",
            "Save all and quit",
            () ->
                editor.saveAll(
                    saved -> {
                      stay.run();
                      if (saved) {
                        window(shell).hide();
                      }
                    }));
    save.getStyleClass().add("accent");
    save.setId("leave-save");
    var drop = Hint.action("", "Quit without saving", () -> window(shell).hide());
    drop.setId("leave-drop");
    var back = Hint.action("", "Stay", stay);
    back.setId("leave-stay");
    var row = new HBox(8, save, drop, back);
    getChildren().addAll(title, text, row);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        press -> {
          if (press.getCode() == KeyCode.ESCAPE) {
            press.consume();
            stay.run();
          }
        });
    Fx.later(save::requestFocus);
  }

  /// Closes the window, after asking where something would be lost.
  static void quit(Shell shell) {
    if (shell.frame().areas().editor().unsaved().isEmpty()) {
      window(shell).hide();
    } else {
      var question = new LeaveQuestion(shell);
      shell.frame().overlay().show(question, () -> {});
    }
  }

  /// What the window's own cross does.
  static void closing(Shell shell, WindowEvent request) {
    request.consume();
    quit(shell);
  }

  private static Window window(Shell shell) {
    return shell.root().getScene().getWindow();
  }
}
