// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.workspace;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;
import org.eclipse.jgit.treewalk.TreeWalk;
import trilobite.model.workspace.LineChange;

/// Compares a text with git HEAD, or with the saved file where git does not know it. JGit does the
/// comparing in both cases.
final class LineChanges {

  private static final int LARGEST = 16 << 20;

  private LineChanges() {}

  static List<LineChange> of(Path file, String text) throws IOException {
    var before = head(file).or(() -> saved(file)).orElse("");
    var edits = new HistogramDiff().diff(RawTextComparator.DEFAULT, raw(before), raw(text));
    return edits.stream().map(LineChanges::change).toList();
  }

  private static LineChange change(Edit edit) {
    var kind =
        switch (edit.getType()) {
          case INSERT -> LineChange.Kind.ADDED;
          case DELETE -> LineChange.Kind.DELETED;
          case REPLACE, EMPTY -> LineChange.Kind.MODIFIED;
        };
    return new LineChange(kind, edit.getBeginB(), edit.getEndB());
  }

  private static Optional<String> head(Path file) throws IOException {
    var place = Repositories.of(file);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    try (var found = place.get()) {
      var tree = found.repository().resolve("HEAD^{tree}");
      if (tree == null) {
        return Optional.empty();
      }
      try (var walk = TreeWalk.forPath(found.repository(), found.path(), tree)) {
        if (walk == null) {
          return Optional.empty();
        }
        var blob = found.repository().open(walk.getObjectId(0));
        return blob.getSize() > LARGEST ? Optional.empty() : Optional.of(text(blob.getBytes()));
      }
    }
  }

  private static Optional<String> saved(Path file) {
    try {
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Optional.of(text(Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// As the editor has it: lines end in `\n` only.
  private static String text(byte[] bytes) {
    var utf8 = new String(bytes, StandardCharsets.UTF_8);
    Charset charset =
        utf8.indexOf('\uFFFD') >= 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
    return new String(bytes, charset).replace("\r\n", "\n");
  }

  private static RawText raw(String text) {
    return new RawText(text.getBytes(StandardCharsets.UTF_8));
  }
}
