// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.runner.toolchain.Matcher;

/// Reads the problems that a tool writes as JSON, an object or a list of them in a line, by the
/// names that a descriptor gives.
final class JsonDiagnostics {

  private static final int MOST_NOTES = 50;
  private static final int DEEPEST = 200;

  private final Matcher.Json names;
  private final Places places;

  JsonDiagnostics(Matcher.Json names, Places places) {
    this.names = names;
    this.places = places;
  }

  /// Made when it is first needed, which few builds do.
  private static final class Json {
    static final JsonMapper MAPPER =
        JsonMapper.builder(
                com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(
                        com.fasterxml.jackson.core.StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .build();
  }

  /// Nothing where the line is no JSON, or one that was cut.
  List<Diagnostic> read(String line) {
    try {
      var item = Json.MAPPER.readTree(line).at(names.item());
      var found = new ArrayList<Diagnostic>();
      if (item.isArray()) {
        item.forEach(each -> problem(each).ifPresent(found::add));
      } else {
        problem(item).ifPresent(found::add);
      }
      return found;
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return List.of();
    }
  }

  private Optional<Diagnostic> problem(JsonNode item) {
    var said = item.path(names.severity()).asText("").toLowerCase(Locale.ROOT);
    var severity =
        said.contains("error")
            ? Optional.of(Severity.ERROR)
            : said.contains("warning") ? Optional.of(Severity.WARNING) : Optional.<Severity>empty();
    return severity.map(
        grave -> {
          var at = place(item);
          var notes = new ArrayList<Diagnostic.Note>();
          for (var child : item.path(names.notes())) {
            if (notes.size() < MOST_NOTES) {
              notes.add(place(child));
            }
          }
          return new Diagnostic(grave, at.file(), at.place(), at.message(), List.copyOf(notes));
        });
  }

  /// The place that counts most, with the message.
  private Diagnostic.Note place(JsonNode item) {
    var message = item.path(names.message()).asText("");
    var all = item.path(names.places());
    var chosen = all.path(0);
    for (var each : all) {
      if (each.path(names.primary()).asBoolean(false)) {
        chosen = each;
        break;
      }
    }
    int line = chosen.at(names.line()).asInt(0);
    int column = Math.max(1, chosen.at(names.column()).asInt(1));
    return new Diagnostic.Note(
        places.path(chosen.at(names.file()).asText("")),
        line > 0 ? Optional.of(new TextPlace(line, column)) : Optional.empty(),
        message);
  }
}
