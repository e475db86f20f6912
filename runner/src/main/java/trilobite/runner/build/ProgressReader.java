// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import trilobite.model.build.BuildEvent;
import trilobite.model.console.BoundedText;

/// Finds the progress that a tool tells in its lines.
record ProgressReader(Optional<Pattern> pattern) {

  Optional<BuildEvent.Progress> read(String line) {
    return pattern.flatMap(p -> match(p, line)).map(ProgressReader::progress);
  }

  private static Optional<MatchResult> match(Pattern pattern, String line) {
    try {
      var match = pattern.matcher(new BoundedText(line, BoundedText.LINE));
      return match.find() ? Optional.of(match.toMatchResult()) : Optional.empty();
    } catch (BoundedText.TooCostlyException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  private static BuildEvent.Progress progress(MatchResult match) {
    return new BuildEvent.Progress(
        number(Places.group(match, "done")),
        number(Places.group(match, "total")),
        Places.group(match, "step"));
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
