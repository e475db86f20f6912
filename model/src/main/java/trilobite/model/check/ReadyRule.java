// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.project.ReadyPattern;

/// The ready pattern can be matched.
final class ReadyRule implements Rule {

  @Override
  public void check(Subject subject, Report report) {
    subject
        .target()
        .ready()
        .filter(ReadyPattern::regex)
        .ifPresent(
            ready -> {
              try {
                if (Pattern.compile(ready.text()).matcher("").matches()) {
                  report.warning(
                      report.field("ready"),
                      "This pattern matches nothing at all too, so every line means ready.");
                }
              } catch (PatternSyntaxException e) {
                report.error(
                    report.field("ready"),
                    "“" + ready.text() + "” is no regular expression: " + e.getDescription() + ".",
                    Report.set("Take it as plain text", report.field("ready"), ready.text()));
              }
            });
  }
}
