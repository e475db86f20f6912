// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

/// Reads what `lines.py` writes.
final class LinesJson {

  private static final int MOST_TEXT = 1_000;

  private LinesJson() {}

  /// @throws TypesException where it is something else
  static Map<Long, CodeLine> read(String json) throws TypesException {
    try {
      var lines = new HashMap<Long, CodeLine>();
      for (var line : new ObjectMapper().readTree(json).path("lines")) {
        lines.put(
            line.path("a").asLong(),
            new CodeLine(
                text(line.path("n").asText()),
                text(line.path("f").asText()),
                line.path("i").asInt()));
      }
      return Map.copyOf(lines);
    } catch (JsonProcessingException e) {
      throw new TypesException("what gdb said of lines cannot be read");
    }
  }

  private static String text(String text) {
    return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT);
  }
}
