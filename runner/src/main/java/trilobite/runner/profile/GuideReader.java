// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.TomlTable;
import trilobite.runner.profile.Guide.Sample;
import trilobite.runner.profile.Guide.Tried;

/// Reads `[console]`, `[absent]`, `[variables]` and `[tried]` of a profile.
final class GuideReader {

  private static final int MOST_SAMPLES = 100;

  private final String origin;

  GuideReader(String origin) {
    this.origin = origin;
  }

  Guide read(TomlTable toml, Phrases phrases) throws ProfileException {
    return new Guide(
        phrases.of(toml, "console.ready"),
        phrases.of(toml, "console.end"),
        toml.getString("memory.translation", () -> ""),
        toml.getString("memory.tables", () -> ""),
        words(toml, "absent"),
        words(toml, "variables"),
        tried(toml),
        samples(toml),
        ProfileReader.range(toml, "memory.programs", origin));
  }

  /// Reads the phrases at a key.
  interface Phrases {
    List<Phrase> of(TomlTable toml, String key) throws ProfileException;
  }

  private static Map<String, String> words(TomlTable toml, String key) {
    var words = new LinkedHashMap<String, String>();
    var table = toml.getTableOrEmpty(key);
    for (var name : table.keySet()) {
      words.put(name, table.getString(List.of(name)));
    }
    return Map.copyOf(words);
  }

  private Optional<Tried> tried(TomlTable toml) throws ProfileException {
    if (!toml.contains("tried")) {
      return Optional.empty();
    }
    var state = toml.getString("tried.state", () -> "");
    if (!state.equals("source") && !state.equals("booted")) {
      throw new ProfileException(origin, "tried.state must be \"source\" or \"booted\"");
    }
    return Optional.of(
        new Tried(
            state,
            toml.getString("tried.version", () -> ""),
            toml.getString("tried.note", () -> "")));
  }

  private List<Sample> samples(TomlTable toml) throws ProfileException {
    var samples = new ArrayList<Sample>();
    var tables = toml.getArrayOrEmpty("console.sample");
    for (int i = 0; i < Math.min(tables.size(), MOST_SAMPLES); i++) {
      if (!(tables.get(i) instanceof TomlTable table)) {
        throw new ProfileException(origin, "console.sample must be a list of tables");
      }
      samples.add(new Sample(table.getString("line", () -> ""), table.getString("is", () -> "")));
    }
    return List.copyOf(samples);
  }
}
