// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.identify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.model.console.BoundedText;

/// All kinds of images that are known by what they hold.
///
/// @param all in any order
record Kinds(List<Kind> all) {

  private static final int LONGEST_VERSION = 60;

  /// What an image was taken for.
  ///
  /// @param title with the version where one was found
  /// @param why the sentence that says by what
  record Guess(Kind kind, String title, String why) {}

  /// A symbol's name as it stands in a table of names, where zeros part them.
  static String inTable(String symbol) {
    return "\0" + symbol + "\0";
  }

  /// Everything to look for in an image's data.
  Set<String> texts() {
    var texts = new java.util.LinkedHashSet<String>();
    for (var kind : all) {
      kind.marks().forEach(mark -> texts.add(mark.text()));
    }
    return texts;
  }

  /// Everything to look for in its table of names.
  Set<String> names() {
    var names = new java.util.LinkedHashSet<String>();
    all.forEach(kind -> kind.symbols().forEach(symbol -> names.add(inTable(symbol))));
    return names;
  }

  /// The kind that an image's texts, names and notes speak for.
  ///
  /// @param found the texts that were found, with the characters around them
  Optional<Guess> of(Map<String, String> found, Set<String> owners) {
    var guesses = new ArrayList<Guess>();
    all.forEach(kind -> guess(kind, found, owners).ifPresent(guesses::add));
    return guesses.stream()
        // What stands on another counts before it; then what says its version.
        .max(
            Comparator.comparing((Guess guess) -> stands(guess, guesses).isPresent())
                .thenComparing(guess -> !guess.title().equals(guess.kind().title())))
        .map(best -> stands(best, guesses).map(base -> both(best, base)).orElse(best));
  }

  /// What was told by a header's field and not by what the data hold.
  Optional<Guess> named(String name, String version, String why) {
    return all.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .map(
            kind ->
                new Guess(kind, (kind.title() + " " + version).strip(), kind.title() + ": " + why));
  }

  private static Optional<Guess> stands(Guess guess, List<Guess> all) {
    return all.stream()
        .filter(other -> guess.kind().on().contains(other.kind().name()))
        .findFirst();
  }

  private static Guess both(Guess guess, Guess base) {
    return new Guess(
        guess.kind(),
        guess.title() + " on " + base.title(),
        guess.why() + "; below it " + base.why());
  }

  private static Optional<Guess> guess(Kind kind, Map<String, String> found, Set<String> owners) {
    String why = null;
    var version = Optional.<String>empty();
    for (var mark : kind.marks()) {
      var line = found.get(mark.text());
      if (line != null) {
        var told = mark.version().flatMap(pattern -> version(pattern, line));
        if (why == null || (version.isEmpty() && told.isPresent())) {
          why = kind.title() + ": it holds “" + quoted(mark, line, told) + "”";
          version = told;
        }
      }
    }
    if (why == null && named(kind, found)) {
      why = kind.title() + ": it has the symbols " + String.join(", ", kind.symbols());
    }
    var note = kind.notes().stream().filter(owners::contains).findFirst();
    if (why == null && note.isPresent()) {
      why = kind.title() + ": it carries a note of " + note.get();
    }
    if (why == null) {
      return Optional.empty();
    }
    var title = version.map(v -> kind.title() + " " + v).orElse(kind.title());
    return Optional.of(new Guess(kind, title, why));
  }

  /// With a version the words up to it, as they stand there: they convince more than what was
  /// looked for.
  private static String quoted(Kind.Mark mark, String line, Optional<String> version) {
    int from = line.indexOf(mark.text());
    int at = version.map(told -> line.indexOf(told, Math.max(from, 0))).orElse(-1);
    if (from < 0 || at < 0) {
      return mark.text().strip();
    }
    var told = line.substring(from, at + version.get().length());
    return (line.startsWith(")", at + version.get().length()) ? told + ")" : told).strip();
  }

  private static boolean named(Kind kind, Map<String, String> found) {
    return !kind.symbols().isEmpty()
        && kind.symbols().stream().allMatch(symbol -> found.containsKey(inTable(symbol)));
  }

  /// The expression is data that anybody may write, so its looks are counted.
  private static Optional<String> version(java.util.regex.Pattern pattern, String line) {
    try {
      var match = pattern.matcher(new BoundedText(line, BoundedText.LINE));
      return match.find() && match.groupCount() > 0
          ? Optional.ofNullable(match.group(1)).map(Kinds::shortened)
          : Optional.empty();
    } catch (BoundedText.TooCostlyException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static String shortened(String version) {
    return version.substring(0, Math.min(version.length(), LONGEST_VERSION));
  }
}
