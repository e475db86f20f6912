// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import trilobite.model.build.Diagnostic;
import trilobite.model.build.ProblemCounts;
import trilobite.model.project.TextPlace;

/// Which problems are shown, in which order, and how they read. Knows no JavaFX.
final class ProblemsModel {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::severity)
          .thenComparing(d -> d.file().map(Path::toString).orElse(""))
          .thenComparingInt(d -> d.place().map(TextPlace::line).orElse(0))
          .thenComparingInt(d -> d.place().map(TextPlace::column).orElse(0));

  private ProblemsModel() {}

  /// Rows with all words of `filter` in message or place, errors first; notes follow their problem.
  static List<ProblemRow> rows(List<Diagnostic> problems, Optional<Path> folder, String filter) {
    var rows = new ArrayList<ProblemRow>();
    problems.stream()
        .sorted(ORDER)
        .forEach(
            d -> {
              var row =
                  new ProblemRow(
                      d.severity(),
                      false,
                      d.message(),
                      where(folder, d.file(), d.place()),
                      d.file(),
                      d.place());
              if (matches(row, filter)) {
                rows.add(row);
                d.notes().forEach(n -> rows.add(note(folder, d, n)));
              }
            });
    return rows;
  }

  private static ProblemRow note(Optional<Path> folder, Diagnostic of, Diagnostic.Note note) {
    return new ProblemRow(
        of.severity(),
        true,
        note.message(),
        where(folder, note.file(), note.place()),
        note.file(),
        note.place());
  }

  private static boolean matches(ProblemRow row, String filter) {
    var text = (row.message() + " " + row.where()).toLowerCase(Locale.ROOT);
    return filter
        .toLowerCase(Locale.ROOT)
        .lines()
        .flatMap(l -> List.of(l.split("\\s+")).stream())
        .allMatch(text::contains);
  }

  private static String where(
      Optional<Path> folder, Optional<Path> file, Optional<TextPlace> place) {
    var name =
        file.map(f -> folder.filter(f::startsWith).map(p -> p.relativize(f)).orElse(f).toString())
            .orElse("");
    return name + place.map(p -> ":" + p.line() + ":" + p.column()).orElse("");
  }

  /// Such as `2 errors, 1 warning`.
  static String summary(List<Diagnostic> problems) {
    return ProblemCounts.of(problems).text();
  }

  /// Rows as tab-separated values, for the clipboard.
  static String tsv(List<ProblemRow> rows) {
    return rows.stream()
        .map(r -> kind(r) + "\t" + r.message().replaceAll("[\t\n]", " ") + "\t" + r.where())
        .collect(Collectors.joining("\n"));
  }

  private static String kind(ProblemRow row) {
    return row.note() ? "note" : row.severity().name().toLowerCase(Locale.ROOT);
  }
}
