// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.model.workspace.FileNode;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.testing.Snapshot;
import trilobite.ui.theme.Theme;

/// What of a file that is longer than the editor can be seen.
@Tag("ui")
final class EditorSightUiTest {

  private static final Path FILE = Samples.FOLDER.resolve("src/long.c");

  private final FakeDesk desk = new FakeDesk();
  private Stage stage;
  private FileEditor editor;

  @BeforeEach
  void open() {
    var text = "int broken = ;\n" + "int fine;\n".repeat(200);
    desk.workbench().workspace().file("src/long.c", FileNode.Kind.CODE, FileNode.Status.NONE, text);
    OnFx.run(
        () -> {
          editor = new FileEditor(desk, FILE, e -> {});
          var scene = new Scene(new StackPane(editor.node()), 760, 420);
          Theme.DARK.apply(scene, 1);
          stage = new Stage();
          stage.setScene(scene);
          stage.show();
          editor.focus();
        });
    OnFx.await("text", () -> stage.getScene().lookup(".editor-text") != null);
  }

  @AfterEach
  void close() {
    OnFx.run(
        () -> {
          editor.close();
          stage.close();
        });
  }

  private CodeArea area() {
    return (CodeArea) stage.getScene().lookup(".editor-text");
  }

  @Test
  void aFileOpensAtItsBeginning() {
    OnFx.await("lines in sight", () -> area().getVisibleParagraphs().size() > 5);
    OnFx.await("the first line", () -> area().firstVisibleParToAllParIndex() == 0);
  }

  @Test
  void theKeysGoToAFileThatWasAskedForBeforeItWasRead() {
    OnFx.await("the focus", () -> area().isFocused());
  }

  @Test
  void aPlaceThatIsGoneToStandsInTheMiddle() {
    OnFx.await("lines in sight", () -> area().getVisibleParagraphs().size() > 5);
    OnFx.run(() -> editor.go(new TextPlace(120, 3)));
    OnFx.painted();
    int rows = OnFx.get(() -> area().getVisibleParagraphs().size());
    assertThat(OnFx.get(() -> area().firstVisibleParToAllParIndex()))
        .isBetween(119 - rows / 2 - 3, 119 - rows / 2 + 3);
  }

  @Test
  void aProblemThatIsScrolledAwayLeavesNothingBehind() {
    problem();
    OnFx.await("a mark", () -> stage.getScene().lookup(".inline-message") != null);
    var whole = bright();
    assertThat(whole).isPositive();
    for (int pixels = 1; pixels <= 40; pixels++) {
      OnFx.run(() -> area().scrollYBy(1));
      assertThat(bright()).as("red after " + pixels + " px").isLessThanOrEqualTo(whole);
    }
  }

  /// How many pixels have the colour of errors.
  private long bright() {
    var picture = Snapshot.take("editor-scrolled", Theme.DARK, stage.getScene());
    return Arrays.stream(picture.argb())
        .filter(argb -> (argb >> 16 & 255) > 200 && (argb >> 8 & 255) < 120)
        .count();
  }

  private void problem() {
    OnFx.run(
        () ->
            desk.session()
                .problems()
                .setAll(
                    new Diagnostic(
                        Severity.ERROR,
                        Optional.of(FILE),
                        Optional.of(new TextPlace(1, 14)),
                        "expected expression before ';' token",
                        List.of())));
  }
}
