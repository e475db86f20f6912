// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlInvalidTypeException;
import org.tomlj.TomlTable;
import trilobite.runner.toml.TomlText;

/// Reads `profile.toml`. Unknown keys are allowed, since a later program may know them.
final class ProfileReader {

  private static final int MOST_PHRASES = 100;
  private static final long PAGE = 4096;

  private final String origin;

  private ProfileReader(String origin) {
    this.origin = origin;
  }

  static Profile read(String origin, String text) throws ProfileException {
    try {
      return switch (TomlText.read(text)) {
        case TomlText.Broken(var problems) -> {
          var first = problems.getFirst();
          throw new ProfileException(
              origin, "line " + first.place().line() + ": " + first.message());
        }
        case TomlText.Valid(var toml) -> new ProfileReader(origin).profile(toml);
      };
    } catch (PatternSyntaxException e) {
      throw new ProfileException(origin, "a regular expression is wrong: " + e.getMessage());
    } catch (IllegalArgumentException | TomlInvalidTypeException e) {
      // tomlj reports a value of the wrong type this way, with key and place.
      throw new ProfileException(origin, String.valueOf(e.getMessage()));
    }
  }

  private Profile profile(TomlTable toml) throws ProfileException {
    var schema = toml.getLong("schema", () -> 0);
    if (schema != Profile.SCHEMA) {
      throw new ProfileException(
          origin,
          "schema %d is not known; this program reads %d".formatted(schema, Profile.SCHEMA));
    }
    var name = toml.getString("name", () -> "");
    if (!name.matches("[a-z0-9][a-z0-9_-]{0,40}")) {
      throw new ProfileException(origin, "name must be a short word of a-z, 0-9, _ and -");
    }
    var title = toml.getString("title", () -> name);
    var containers = new Containers(origin).read(toml.getTableOrEmpty("container"));
    return new Profile(
        name,
        title,
        Set.copyOf(texts(toml.getArrayOrEmpty("detect.symbols"))),
        toml.getBoolean("memory.identity", () -> false),
        range(toml, "memory.moves", origin),
        phrases(toml, "console.panic"),
        new HeapLayouts(origin).read(toml.getArrayOrEmpty("heap")),
        new BlockLayouts(origin, containers).read(toml.getArrayOrEmpty("heap")),
        containers,
        new ThreadLayouts(origin).read(toml),
        StackLayouts.sync(toml),
        toml.getString("kind", () -> "kernel").equals("stack")
            ? Optional.of(new StackLayouts(origin).read(name, title, containers, toml))
            : Optional.empty(),
        new GuideReader(origin).read(toml, this::phrases),
        origin);
  }

  /// Addresses are texts, since a whole number of TOML has a sign.
  static Optional<Profile.Moves> range(TomlTable toml, String key, String origin)
      throws ProfileException {
    if (!toml.contains(key)) {
      return Optional.empty();
    }
    long from = address(toml, key + ".from", origin);
    long to = address(toml, key + ".to", origin);
    if (Long.compareUnsigned(from, to) >= 0) {
      throw new ProfileException(origin, key + " must have its from below its to");
    }
    long step = toml.contains(key + ".step") ? address(toml, key + ".step", origin) : PAGE;
    if (step < PAGE || Long.bitCount(step) != 1) {
      throw new ProfileException(origin, key + ".step must be a power of two, a page at least");
    }
    return Optional.of(new Profile.Moves(from, to, step));
  }

  private static long address(TomlTable toml, String key, String origin) throws ProfileException {
    var text = toml.getString(key, () -> "");
    if (!text.matches("0x[0-9a-fA-F]{1,16}")) {
      throw new ProfileException(
          origin, key + " must be an address such as \"0xffffffff80000000\"");
    }
    return Long.parseUnsignedLong(text.substring(2), 16);
  }

  private static List<String> texts(TomlArray array) {
    var texts = new ArrayList<String>();
    for (var i = 0; i < array.size(); i++) {
      texts.add(array.getString(i));
    }
    return texts;
  }

  /// A text, `{ regex = "…" }`, or an array of those.
  private List<Phrase> phrases(TomlTable toml, String key) throws ProfileException {
    var phrases = new ArrayList<Phrase>();
    if (toml.get(key) instanceof TomlArray array) {
      for (var i = 0; i < Math.min(array.size(), MOST_PHRASES); i++) {
        phrases.add(phrase(key, array.get(i)));
      }
    } else if (toml.contains(key)) {
      phrases.add(phrase(key, toml.get(key)));
    }
    return List.copyOf(phrases);
  }

  private Phrase phrase(String key, @Nullable Object value) throws ProfileException {
    if (value instanceof String text && !text.isEmpty()) {
      return new Phrase(text, false);
    }
    if (value instanceof TomlTable table && table.get("regex") instanceof String regex) {
      return new Phrase(Pattern.compile(regex).pattern(), true);
    }
    throw new ProfileException(origin, key + " must be a text or { regex = \"…\" }");
  }
}
