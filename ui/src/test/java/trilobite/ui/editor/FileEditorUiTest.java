// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.api.FxRobot;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.model.workspace.FileNode;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

@Tag("ui")
class FileEditorUiTest {
  private static final Path FILE = Samples.FOLDER.resolve("src/edit.c");
  private static final String TEXT =
      """
      /* Parse one request, answer it; 0 keeps the connection open. */
      int handle_request(struct conn *c, struct request *req)
      {
          char head[192];
          int  weight = 0;

          for (int i = 0; i < req->nheaders; i++)
              weight += header_weight(&req->headers[i]);
          if (weight > MAX_WEIGHT)
              return respond(c, 431, "headers too large\\n");
          return 0;
      }
      """;

  @RegisterExtension final OpenEditor open = new OpenEditor("src/edit.c", TEXT);
  private final FakeDesk desk = open.desk();
  private final FxRobot robot = new FxRobot();

  private CodeArea area() {
    return open.area().orElseThrow();
  }

  private String onDisk() {
    try {
      return desk.workbench().workspace().read(FILE).text();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void savesWhatWasTyped() {
    OnFx.run(() -> open.editor().focus());
    robot.write("x");
    OnFx.await("dirty", () -> open.editor().unsaved().get());
    robot.press(KeyCode.CONTROL, KeyCode.S).release(KeyCode.S, KeyCode.CONTROL);
    OnFx.await("clean", () -> !open.editor().unsaved().get());
    assertThat(onDisk()).isEqualTo("x" + TEXT);
  }

  @Test
  void undoesAndIsCleanAgain() {
    OnFx.run(() -> open.editor().focus());
    robot.write("x");
    OnFx.await("dirty", () -> open.editor().unsaved().get());
    robot.press(KeyCode.CONTROL, KeyCode.Z).release(KeyCode.Z, KeyCode.CONTROL);
    OnFx.await("clean", () -> !open.editor().unsaved().get());
  }

  @Test
  void goesToLineAndColumn() {
    OnFx.run(() -> open.editor().go(new TextPlace(7, 25)));
    OnFx.await("caret", () -> open.editor().caretText().get().equals("Ln 7, Col 25"));
  }

  @Test
  void goesToALineByKeyboard() {
    OnFx.run(() -> open.editor().focus());
    robot.press(KeyCode.CONTROL, KeyCode.G).release(KeyCode.G, KeyCode.CONTROL);
    robot.write("9:5").type(KeyCode.ENTER);
    OnFx.await("caret", () -> open.editor().caretText().get().equals("Ln 9, Col 5"));
  }

  @Test
  void clampsAPlaceOutsideOfTheText() {
    OnFx.run(() -> open.editor().go(new TextPlace(Integer.MAX_VALUE, Integer.MAX_VALUE)));
    OnFx.await("caret", () -> open.editor().caretText().get().startsWith("Ln 13,"));
  }

  @Test
  void findsAndStepsByKeyboard() {
    OnFx.run(() -> open.editor().focus());
    robot.press(KeyCode.CONTROL, KeyCode.F).release(KeyCode.F, KeyCode.CONTROL);
    robot.write("weight");
    OnFx.await("first hit", () -> count().equals("1 of 5"));
    robot.type(KeyCode.ENTER);
    OnFx.await("second hit", () -> count().equals("2 of 5"));
    robot.type(KeyCode.ESCAPE);
    OnFx.await("closed", () -> open.scene().lookup(".find-count") == null);
  }

  private String count() {
    return open.scene().lookup(".find-count") instanceof Label label ? label.getText() : "";
  }

  @Test
  @Tag("bad:two-windows")
  void asksBeforeItLosesEitherSideOfAConflict() {
    OnFx.run(() -> open.editor().focus());
    robot.write("mine");
    OnFx.await("dirty", () -> open.editor().unsaved().get());
    desk.workbench()
        .workspace()
        .file("src/edit.c", FileNode.Kind.CODE, FileNode.Status.NONE, "theirs\n");
    OnFx.run(() -> open.editor().diskChanged());
    OnFx.await("banner", () -> open.scene().lookup(".editor-banner") != null);
    assertThat(onDisk()).isEqualTo("theirs\n");
    OnFx.run(() -> button("Keep mine").fire());
    OnFx.run(() -> open.editor().save());
    OnFx.await("saved", () -> !open.editor().unsaved().get());
    assertThat(onDisk()).startsWith("mine");
  }

  private Button button(String text) {
    return open.scene().getRoot().lookupAll(".editor-banner .button").stream()
        .map(Button.class::cast)
        .filter(b -> b.getText().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void reloadsSilentlyWhatNobodyEdited() {
    desk.workbench()
        .workspace()
        .file("src/edit.c", FileNode.Kind.CODE, FileNode.Status.NONE, "theirs\n");
    OnFx.run(() -> open.editor().diskChanged());
    OnFx.await("reloaded", () -> area().getText().equals("theirs\n"));
    assertThat(open.editor().unsaved().get()).isFalse();
  }

  @Test
  void showsProblemsInMarginAndText() {
    problems();
    OnFx.await("message", () -> open.scene().lookup(".inline-message") != null);
    // A caret that blinks would make two pictures of one state.
    OnFx.run(() -> area().setShowCaret(org.fxmisc.richtext.Caret.CaretVisibility.OFF));
    for (var theme : Theme.values()) {
      OnFx.run(() -> theme.apply(open.scene(), 1));
      Snapshot.compare("editor-problems", theme, open.scene());
    }
  }

  private void problems() {
    OnFx.run(
        () ->
            desk.session()
                .problems()
                .setAll(
                    new Diagnostic(
                        Severity.WARNING,
                        Optional.of(FILE),
                        Optional.of(new TextPlace(7, 23)),
                        "comparison of 'int' and 'size_t' [-Wsign-compare]",
                        List.of()),
                    new Diagnostic(
                        Severity.ERROR,
                        Optional.of(FILE),
                        Optional.of(new TextPlace(9, 18)),
                        "'MAX_WEIGHT' undeclared",
                        List.of())));
  }
}
