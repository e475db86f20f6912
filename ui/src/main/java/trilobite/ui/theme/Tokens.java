// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// The colour tokens of a theme as its sheet defines them: the sheet stays the only place.
final class Tokens {

  private static final Pattern LINE = Pattern.compile("(-tri-[a-z0-9-]+):\\s*([^;]+);");
  private static final Map<Theme, Tokens> READ = new EnumMap<>(Theme.class);

  private final Map<String, Color> colours = new HashMap<>();

  private Tokens(String css) {
    LINE.matcher(css).results().forEach(m -> colours.put(m.group(1), Color.web(m.group(2))));
  }

  static synchronized Tokens of(Theme theme) {
    return READ.computeIfAbsent(theme, wanted -> new Tokens(text(wanted)));
  }

  Color get(String token) {
    var colour = colours.get(token);
    if (colour == null) {
      throw new IllegalArgumentException("no colour token " + token);
    }
    return colour;
  }

  private static String text(Theme theme) {
    try (var in = URI.create(Theme.sheet(theme.word())).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the packed resources cannot be read", unreadable);
    }
  }
}
