// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.port.Workspace;
import trilobite.model.workspace.TextFile;

/// Reads one file, again only once it was written: a build changes a thousand files, and hardly
/// ever one that is open. Blocks; for the threads of jobs.
final class FileReading {

  private final Workspace workspace;
  private final Path file;

  /// Of the text that was last read; empty where that says nothing.
  private volatile Optional<String> mark = Optional.empty();

  FileReading(Workspace workspace, Path file) {
    this.workspace = workspace;
    this.file = file;
  }

  TextFile read() throws IOException {
    // Before the text, so that a change while it is read is seen the next time.
    var before = workspace.mark(file);
    mark = Optional.empty();
    var text = workspace.read(file);
    mark = before;
    return text;
  }

  /// The text, unless the file is as it was.
  Optional<TextFile> again() throws IOException {
    var now = workspace.mark(file);
    return now.isPresent() && now.equals(mark) ? Optional.empty() : Optional.of(read());
  }
}
