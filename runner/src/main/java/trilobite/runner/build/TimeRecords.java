// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.build.FileTime;
import trilobite.runner.file.SafeFile;

/// How long each file of a target took, in its last build and the time before, and how many steps
/// its builds had; as JSON in its build folder.
final class TimeRecords {

  private static final Logger log = LoggerFactory.getLogger(TimeRecords.class);
  private static final int MOST = 20_000;

  /// Made when it is first needed, which is not at the start.
  private static final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
  }

  /// @param full steps of the last build from nothing; 0 where there was none
  /// @param last steps of the last build that ended well
  /// @param took by file, of the last build that made it; the newest at the end
  record Row(
      int full, int last, Map<String, Double> took, Map<String, Double> before, List<String> now) {
    static final Row NONE = new Row(0, 0, Map.of(), Map.of(), List.of());

    /// How many steps a build will have, as far as earlier ones tell; 0 where they do not.
    int expected(boolean fromNothing) {
      return fromNothing ? full : last;
    }

    /// Takes a build's times in.
    ///
    /// @param steps 0 where it did not end well: how many there are stays
    Row with(int steps, boolean fromNothing, Map<String, Double> times) {
      var newest = new LinkedHashMap<>(took);
      var older = new LinkedHashMap<>(before);
      times.forEach(
          (file, millis) -> {
            var was = newest.remove(file);
            if (was != null) {
              older.put(file, was);
            }
            newest.put(file, millis);
          });
      while (newest.size() > MOST) {
        var first = newest.keySet().iterator().next();
        newest.remove(first);
        older.remove(first);
      }
      return new Row(
          fromNothing ? steps : full,
          steps > 0 ? steps : last,
          newest,
          older,
          List.copyOf(times.keySet()));
    }
  }

  Row read(Path folder) {
    var file = folder.resolve("times.json");
    if (!Files.exists(file)) {
      return Row.NONE;
    }
    try {
      return Json.MAPPER.readValue(file.toFile(), Row.class);
    } catch (IOException | RuntimeException e) {
      log.warn("The times of a build could not be read: {}", e.getMessage());
      return Row.NONE;
    }
  }

  void write(Path folder, Row row) {
    try {
      Files.createDirectories(folder);
      SafeFile.replace(folder.resolve("times.json"), Json.MAPPER.writeValueAsBytes(row));
    } catch (IOException e) {
      log.warn("The times of a build could not be written: {}", e.getMessage());
    }
  }

  /// A row a file, those of the last build first, the longest first.
  static List<FileTime> table(Row row) {
    var now = java.util.Set.copyOf(row.now());
    return row.took().entrySet().stream()
        .map(entry -> time(entry.getKey(), entry.getValue(), row, now.contains(entry.getKey())))
        .sorted(
            Comparator.comparing((FileTime time) -> time.took().isEmpty())
                .thenComparingDouble(time -> -time.took().orElse(time.before().orElse(0))))
        .toList();
  }

  private static FileTime time(String file, double took, Row row, boolean now) {
    // What the last build left alone took its newest time before that build.
    var before = now ? row.before().get(file) : Double.valueOf(took);
    return FileTime.of(
        file,
        now ? OptionalDouble.of(took) : OptionalDouble.empty(),
        before == null ? OptionalDouble.empty() : OptionalDouble.of(before));
  }
}
