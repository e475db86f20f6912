// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.palette;

import java.util.Optional;
import java.util.regex.Pattern;

/// What was typed into the palette, understood: its first letter chooses what is searched.
record Query(Kind kind, String text) {

  private static final Pattern PLACE =
      Pattern.compile("\\s*(\\d{1,9})(?:\\s*[:,]\\s*(\\d{1,9}))?\\s*");

  /// What is searched.
  enum Kind {
    EVERYTHING,
    COMMANDS,
    RUNS,
    LINE,
    FOLDER
  }

  /// A line and a column, both from 1 on.
  record Place(int line, int column) {}

  static Query of(String typed) {
    var text = typed.strip();
    if (text.isEmpty()) {
      return new Query(Kind.EVERYTHING, "");
    }
    return switch (text.charAt(0)) {
      case '>' -> new Query(Kind.COMMANDS, text.substring(1).strip());
      case '#' -> new Query(Kind.RUNS, text.substring(1).strip());
      case ':' -> new Query(Kind.LINE, text.substring(1).strip());
      case '/', '~' -> new Query(Kind.FOLDER, text);
      default -> new Query(Kind.EVERYTHING, text);
    };
  }

  /// The place, where the text is one.
  Optional<Place> place() {
    var match = PLACE.matcher(text);
    if (!match.matches()) {
      return Optional.empty();
    }
    int column = match.group(2) == null ? 1 : Integer.parseInt(match.group(2));
    return Optional.of(
        new Place(Math.max(1, Integer.parseInt(match.group(1))), Math.max(1, column)));
  }
}
