// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import trilobite.model.workspace.FileNode;
import trilobite.ui.testing.FakeDesk;
import trilobite.ui.testing.OnFx;
import trilobite.ui.testing.Samples;
import trilobite.ui.theme.Theme;

/// One file in an editor in a window, for each test anew.
final class OpenEditor implements BeforeEachCallback, AfterEachCallback {

  private final FakeDesk desk = new FakeDesk();
  private final String path;
  private final Path file;
  private final String text;
  private Optional<FileEditor> editor = Optional.empty();
  private Optional<Stage> stage = Optional.empty();

  /// @param path below the project, such as `src/edit.c`
  OpenEditor(String path, String text) {
    this.path = path;
    this.file = Samples.FOLDER.resolve(path);
    this.text = text;
  }

  @Override
  public void beforeEach(ExtensionContext test) {
    desk.workbench().workspace().file(path, FileNode.Kind.CODE, FileNode.Status.NONE, text);
    OnFx.run(this::open);
    OnFx.await("its text", () -> area().filter(shown -> !shown.getText().isEmpty()).isPresent());
  }

  private void open() {
    var opened = new FileEditor(desk, file, _ -> {});
    var scene = new Scene(new StackPane(opened.node()), 760, 420);
    Theme.DARK.apply(scene, 1);
    var window = new Stage();
    window.setScene(scene);
    window.show();
    opened.focus();
    editor = Optional.of(opened);
    stage = Optional.of(window);
  }

  FakeDesk desk() {
    return desk;
  }

  FileEditor editor() {
    return editor.orElseThrow();
  }

  Scene scene() {
    return stage.orElseThrow().getScene();
  }

  /// Where the text is, once it was read.
  Optional<CodeArea> area() {
    return Optional.ofNullable((CodeArea) scene().lookup(".editor-text"));
  }

  @Override
  public void afterEach(ExtensionContext test) {
    OnFx.run(
        () -> {
          editor.ifPresent(FileEditor::close);
          stage.ifPresent(Stage::close);
        });
  }
}
