// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor;

import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import trilobite.model.build.Diagnostic;

/// The problems of one file by 0-based line, the gravest first.
final class ProblemLines {
  private final TreeMap<Integer, List<Diagnostic>> lines = new TreeMap<>();

  ProblemLines(Path file, List<Diagnostic> all) {
    for (var problem : all) {
      if (problem.file().filter(file::equals).isPresent() && problem.place().isPresent()) {
        int line = Math.max(0, problem.place().get().line() - 1);
        lines.merge(line, List.of(problem), ProblemLines::gravestFirst);
      }
    }
  }

  private ProblemLines(java.util.Map<Integer, List<Diagnostic>> lines) {
    this.lines.putAll(lines);
  }

  /// The same problems after `delta` lines were added below `line` (or taken away, if negative).
  ProblemLines shifted(int line, int delta) {
    var moved = new TreeMap<Integer, List<Diagnostic>>();
    lines.forEach(
        (at, problems) ->
            moved.merge(
                at > line ? Math.max(line, at + delta) : at, problems, ProblemLines::gravestFirst));
    return new ProblemLines(moved);
  }

  /// Length of the word at `from`, at least 1, for the squiggle; compilers name a column, not a
  /// span.
  static int wordLength(String line, int from) {
    int end = from;
    while (end < line.length()
        && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
      end++;
    }
    return Math.max(1, end - from);
  }

  private static List<Diagnostic> gravestFirst(List<Diagnostic> some, List<Diagnostic> more) {
    return java.util.stream.Stream.concat(some.stream(), more.stream())
        .sorted(java.util.Comparator.comparing(Diagnostic::severity))
        .toList();
  }

  SequencedMap<Integer, List<Diagnostic>> lines() {
    return lines;
  }

  List<Diagnostic> at(int line) {
    return lines.getOrDefault(line, List.of());
  }

  long count(trilobite.model.check.Severity severity) {
    return lines.values().stream()
        .flatMap(List::stream)
        .filter(d -> d.severity() == severity)
        .count();
  }
}
