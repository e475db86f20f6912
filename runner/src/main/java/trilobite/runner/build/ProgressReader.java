// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import trilobite.model.build.BuildEvent;
import trilobite.model.console.BoundedText;

/// Finds the progress that a tool tells in its lines. Where it prints no count its steps are
/// counted, against those of an earlier build.
final class ProgressReader {

  private final Optional<Pattern> pattern;
  private final int expected;
  private int count;

  /// A step that a line tells of.
  ///
  /// @param groups of the pattern, those that it has
  record Step(BuildEvent.Progress progress, Map<String, String> groups) {}

  /// @param expected steps of an earlier build of the kind; 0 where that is not known
  ProgressReader(Optional<Pattern> pattern, int expected) {
    this.pattern = pattern;
    this.expected = expected;
  }

  Optional<Step> read(String line) {
    return pattern.flatMap(p -> match(p, line)).map(this::step);
  }

  /// How many steps there were until now.
  int count() {
    return count;
  }

  private static Optional<MatchResult> match(Pattern pattern, String line) {
    try {
      var match = pattern.matcher(new BoundedText(line, BoundedText.LINE));
      return match.find() ? Optional.of(match.toMatchResult()) : Optional.empty();
    } catch (BoundedText.TooCostlyException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private Step step(MatchResult match) {
    count++;
    var groups = new LinkedHashMap<String, String>();
    match.namedGroups().keySet().forEach(name -> groups.put(name, Places.group(match, name)));
    groups.values().removeIf(String::isEmpty);
    return new Step(progress(match), groups);
  }

  private BuildEvent.Progress progress(MatchResult match) {
    var step = Places.group(match, "step");
    int total = number(Places.group(match, "total"));
    if (total > 0) {
      return new BuildEvent.Progress(number(Places.group(match, "done")), total, false, step);
    }
    // More steps than before: how many more is not known.
    boolean fits = count <= expected;
    return new BuildEvent.Progress(count, fits ? expected : 0, fits, step);
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
