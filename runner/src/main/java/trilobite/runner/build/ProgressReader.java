// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.build.BuildEvent;

/// Finds the progress that a tool tells in its lines.
record ProgressReader(Optional<Pattern> pattern) {

  Optional<BuildEvent.Progress> read(String line) {
    return pattern
        .map(p -> p.matcher(line))
        .filter(java.util.regex.Matcher::find)
        .map(
            match ->
                new BuildEvent.Progress(
                    number(DiagnosticParser.group(match, "done")),
                    number(DiagnosticParser.group(match, "total")),
                    DiagnosticParser.group(match, "step")));
  }

  private static int number(String digits) {
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
  }
}
