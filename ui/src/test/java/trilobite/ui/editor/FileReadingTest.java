// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import trilobite.model.workspace.FileNode.Kind;
import trilobite.model.workspace.FileNode.Status;
import trilobite.model.workspace.TextFile;
import trilobite.ui.testing.FakeWorkspace;
import trilobite.ui.testing.Samples;

class FileReadingTest {

  private static final Path FILE = Samples.FOLDER.resolve("src/http.c");

  private final FakeWorkspace workspace = new FakeWorkspace();
  private final FileReading reading = new FileReading(workspace, FILE);

  private void write(String text) {
    workspace.file("src/http.c", Kind.CODE, Status.NONE, text);
  }

  @Test
  void readsAgainOnlyWhatWasWritten() throws IOException {
    reading.read();
    assertThat(reading.again()).isEmpty();
    write("two");
    assertThat(reading.again()).map(TextFile::text).contains("two");
    assertThat(reading.again()).isEmpty();
    assertThat(workspace.reads()).hasSize(2);
  }

  @Test
  void aFileThatWasGoneIsReadAgainThoughItIsTheSame() throws IOException {
    write("one");
    reading.read();
    workspace.move(Samples.FOLDER, FILE, FILE.resolveSibling("away.c"));
    assertThatThrownBy(reading::again).hasMessageContaining("is gone");
    write("one");
    assertThat(reading.again()).map(TextFile::text).contains("one");
  }
}
