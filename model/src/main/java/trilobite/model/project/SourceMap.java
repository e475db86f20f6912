// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the source files that debug information speaks of. A compiler writes paths as it saw them:
/// relative to a folder that it does not always name (Solo5), or of the machine that it ran on.
///
/// @param pairs from, to; `from` is the path or the folders that it begins with
public record SourceMap(List<List<String>> pairs) {

  /// The file, by the pair whose `from` is the longest that fits, relative ones below the project.
  ///
  /// @param file as the debug information spells it
  /// @return empty where it leads out of the project and no pair says so
  public Optional<Path> locate(Path folder, String file) {
    try {
      var spelled = Path.of(file).normalize();
      var pair =
          pairs.stream()
              .filter(each -> each.size() == 2 && fits(spelled, each.getFirst()))
              .max(Comparator.comparingInt(each -> Path.of(each.getFirst()).getNameCount()));
      if (pair.isPresent()) {
        return Optional.of(folder.resolve(mapped(spelled, pair.get())).normalize());
      }
      var own = folder.resolve(spelled).normalize();
      return own.startsWith(folder) ? Optional.of(own) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// An empty `from` is what every relative path begins with.
  private static boolean fits(Path file, String from) {
    return from.isEmpty() ? !file.isAbsolute() : file.startsWith(Path.of(from).normalize());
  }

  private static Path mapped(Path file, List<String> pair) {
    var to = Path.of(pair.getLast());
    if (pair.getFirst().isEmpty()) {
      return to.resolve(file);
    }
    var from = Path.of(pair.getFirst()).normalize();
    return from.equals(file) ? to : to.resolve(from.relativize(file));
  }
}
