// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import trilobite.model.console.GuestText;
import trilobite.model.run.Limits;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.fx.Fx;
import trilobite.ui.session.WindowSession;

/// The only question that stands in the way: files that are not saved when the window closes or
/// another project takes their place.
final class LeaveQuestion extends VBox {

  /// What the three answers are called.
  ///
  /// @param ends whether a guest of ours ends with it
  private record Answers(String save, String drop, String stay, boolean ends) {}

  private static final Answers QUIT =
      new Answers("Save all and quit", "Quit without saving", "Stay", true);
  private static final Answers SWITCH = new Answers("Save all", "Discard", "Cancel", false);

  private LeaveQuestion(Shell shell, Answers answers, Runnable leave) {
    getStyleClass().addAll("tri-popup", "tri-leave");
    setId("leave");
    // As high as the names of the files need.
    setMaxHeight(USE_PREF_SIZE);
    var editor = shell.frame().areas().editor();
    var names =
        editor.unsaved().stream().map(file -> file.tab().title()).collect(Collectors.joining(", "));
    var title = new Label("Some files are not saved");
    title.getStyleClass().add("tri-title");
    var text = new Label(names);
    text.setWrapText(true);
    Runnable stay = () -> shell.frame().overlay().hide(this);
    Runnable saveAll =
        () ->
            editor.saveAll(
                saved -> {
                  stay.run();
                  if (saved) {
                    leave.run();
                  }
                });
    Runnable dropAll =
        () -> {
          stay.run();
          leave.run();
        };
    var save = button("leave-save", "ci-save", answers.save(), saveAll);
    save.getStyleClass().add("accent");
    var row =
        new HBox(
            8,
            save,
            button("leave-drop", "", answers.drop(), dropAll),
            button("leave-stay", "", answers.stay(), stay));
    getChildren().addAll(title, text);
    if (answers.ends()) {
      guest(shell.session()).ifPresent(getChildren()::add);
    }
    getChildren().add(row);
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

  /// What becomes of the guest that is shown, where it runs.
  private static Optional<Label> guest(WindowSession session) {
    return session
        .status()
        .get()
        .filter(status -> status.state().alive())
        .map(status -> fate(status, session.limits()));
  }

  private static Label fate(RunStatus status, Limits limits) {
    boolean ends = limits.stop().isEmpty() && !limits.detach();
    var words =
        "%s %s %s."
            .formatted(
                GuestText.visible(status.project()),
                status.id(),
                ends ? "runs and ends with the window; its record stays" : "runs on");
    var label = new Label(words);
    label.setId("leave-guest");
    label.setWrapText(true);
    return label;
  }

  private static Button button(String id, String icon, String text, Runnable action) {
    var button = Hint.action(icon, text, action);
    button.setId(id);
    return button;
  }

  /// Closes the window, after asking where something would be lost.
  static void quit(Shell shell) {
    ask(shell, QUIT, () -> window(shell).hide());
  }

  /// Goes on with `then`, which closes every file, after asking where something would be lost.
  static void leaveFiles(Shell shell, Runnable then) {
    ask(shell, SWITCH, then);
  }

  private static void ask(Shell shell, Answers answers, Runnable leave) {
    if (shell.frame().areas().editor().unsaved().isEmpty()) {
      leave.run();
    } else {
      var overlay = shell.frame().overlay();
      overlay.find("leave").ifPresent(overlay::hide);
      overlay.show(new LeaveQuestion(shell, answers, leave), () -> {});
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
