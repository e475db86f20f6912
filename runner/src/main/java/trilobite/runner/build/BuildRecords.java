// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.build.BuildResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.runner.file.SafeFile;

/// The last build of a target, as JSON in its build folder.
final class BuildRecords {

  private static final Logger log = LoggerFactory.getLogger(BuildRecords.class);

  /// As many problems as a person looks at again tomorrow.
  private static final int MOST_PROBLEMS = 200;

  /// Made when it is first needed, which is not at the start.
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  private record Row(
      String outcome,
      String why,
      String image,
      String buildId,
      String symbols,
      boolean imageIsOlder,
      List<Problem> problems,
      long durationMillis,
      long finished) {}

  private record Problem(
      String severity, String file, int line, int column, String message, List<Problem> notes) {}

  void write(Path folder, BuildResult result) {
    var row =
        new Row(
            result.outcome().name(),
            result.why(),
            text(result.image()),
            result.buildId().orElse(""),
            text(result.symbols()),
            result.imageIsOlder(),
            result.diagnostics().stream().limit(MOST_PROBLEMS).map(BuildRecords::problem).toList(),
            result.durationMillis(),
            result.finished().toEpochMilli());
    try {
      Files.createDirectories(folder);
      SafeFile.replace(folder.resolve("last.json"), Json.MAPPER.writeValueAsBytes(row));
    } catch (IOException e) {
      // The build itself is as good as it was.
      log.warn("The record of a build could not be written: {}", e.getMessage());
    }
  }

  Optional<BuildResult> read(Path folder) {
    var file = folder.resolve("last.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      var row = Json.MAPPER.readValue(file.toFile(), Row.class);
      return Optional.of(
          new BuildResult(
              BuildResult.Outcome.valueOf(row.outcome()),
              row.why(),
              path(row.image()),
              Optional.of(row.buildId()).filter(id -> !id.isEmpty()),
              path(row.symbols()),
              row.imageIsOlder(),
              row.problems().stream().map(BuildRecords::diagnostic).toList(),
              row.durationMillis(),
              Instant.ofEpochMilli(row.finished())));
    } catch (IOException | RuntimeException e) {
      log.warn("The record of a build could not be read: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static Problem problem(Diagnostic diagnostic) {
    return new Problem(
        diagnostic.severity().name(),
        text(diagnostic.file()),
        diagnostic.place().map(TextPlace::line).orElse(0),
        diagnostic.place().map(TextPlace::column).orElse(0),
        diagnostic.message(),
        diagnostic.notes().stream().map(BuildRecords::problem).toList());
  }

  private static Problem problem(Diagnostic.Note note) {
    return new Problem(
        "",
        text(note.file()),
        note.place().map(TextPlace::line).orElse(0),
        note.place().map(TextPlace::column).orElse(0),
        note.message(),
        List.of());
  }

  private static Diagnostic diagnostic(Problem problem) {
    return new Diagnostic(
        Severity.valueOf(problem.severity()),
        path(problem.file()),
        place(problem),
        problem.message(),
        problem.notes().stream()
            .map(note -> new Diagnostic.Note(path(note.file()), place(note), note.message()))
            .toList());
  }

  private static Optional<TextPlace> place(Problem problem) {
    return problem.line() > 0
        ? Optional.of(new TextPlace(problem.line(), problem.column()))
        : Optional.empty();
  }

  private static String text(Optional<Path> path) {
    return path.map(Path::toString).orElse("");
  }

  private static Optional<Path> path(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(Path.of(text));
  }
}
