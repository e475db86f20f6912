// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.theme.Theme;

/// A tab that is closed with text that is not saved, by keyboard.
@Tag("ui")
final class CloseQuestionUiTest {

  private static final Path HTTP = Samples.FOLDER.resolve("src/http.c");

  private final FxRobot robot = new FxRobot();
  private TestWindow window;
  private Stage stage;

  @BeforeEach
  void open() {
    window = TestWindow.open(Theme.DARK, 1000, 900);
    stage =
        OnFx.get(
            () -> {
              var shown = new Stage();
              shown.setScene(window.scene());
              shown.show();
              return shown;
            });
    window.withProject();
    typeInto(HTTP);
  }

  @AfterEach
  void close() {
    OnFx.run(stage::close);
    window.close();
  }

  private void typeInto(Path file) {
    OnFx.run(() -> window.shell().openFile(file, Optional.empty()));
    OnFx.await("its text", () -> area().filter(a -> !a.getText().isEmpty()).isPresent());
    OnFx.run(() -> area().orElseThrow().insertText(0, "x"));
    OnFx.await("unsaved text", () -> editor().unsaved().size() > 0);
  }

  private Optional<CodeArea> area() {
    return editor().front().map(file -> (CodeArea) file.view().node().lookup(".editor-text"));
  }

  private EditorArea editor() {
    return window.shell().frame().areas().editor();
  }

  private boolean asked() {
    return window.find("#close-keep").isPresent();
  }

  private void ask() {
    robot.push(KeyCode.CONTROL, KeyCode.W);
    OnFx.await("the focus on the first answer", () -> focused("close-save"));
  }

  private boolean focused(String id) {
    return Optional.ofNullable(window.scene().getFocusOwner())
        .map(Node::getId)
        .filter(id::equals)
        .isPresent();
  }

  @Test
  void escapeKeepsTheTabOpenAndGivesTheKeysBackToTheText() {
    ask();
    robot.push(KeyCode.ESCAPE);
    OnFx.await("no question", () -> !asked());
    OnFx.await("the focus", () -> area().orElseThrow().isFocused());
    assertThat(OnFx.get(() -> editor().unsaved())).hasSize(1);
  }

  @Test
  void enterSavesAndCloses() throws Exception {
    ask();
    robot.push(KeyCode.ENTER);
    OnFx.await("no tab", () -> editor().files().isEmpty());
    assertThat(asked()).isFalse();
    assertThat(window.bench().workspace().read(HTTP).text()).startsWith("xint main");
  }

  @Test
  void theQuestionGoesWhereTheTextIsSavedOtherwise() {
    ask();
    OnFx.run(() -> editor().front().orElseThrow().view().save(_ -> {}));
    OnFx.await("no question", () -> !asked());
    assertThat(OnFx.get(() -> editor().files())).hasSize(1);
  }

  @Test
  void whatCannotBeSavedComesToTheFront() throws Exception {
    typeInto(Samples.FOLDER.resolve("Makefile"));
    var theirs = window.bench().workspace().read(HTTP);
    window.bench().workspace().save(theirs, "theirs\n");
    var saved = new AtomicReference<Boolean>();
    OnFx.run(() -> editor().saveAll(saved::set));
    OnFx.await("an answer", () -> saved.get() != null);
    assertThat(saved.get()).isFalse();
    assertThat(OnFx.get(() -> editor().front().orElseThrow().file())).isEqualTo(HTTP);
  }

  @Test
  void toQuitSaysWhatBecomesOfTheGuest() {
    OnFx.run(() -> LeaveQuestion.quit(window.shell()));
    window.awaitNode("#leave-stay");
    assertThat(OnFx.get(() -> window.scene().lookup("#leave-guest"))).isNull();
    OnFx.run(() -> window.shell().session().startRun());
    OnFx.await("a guest", () -> window.shell().session().status().get().isPresent());
    OnFx.run(() -> LeaveQuestion.quit(window.shell()));
    window.awaitNode("#leave-guest");
    var words = OnFx.get(() -> ((Label) window.scene().lookup("#leave-guest")).getText());
    assertThat(words).endsWith("runs and ends with the window; its record stays.");
  }
}
