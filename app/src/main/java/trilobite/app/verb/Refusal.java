// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import trilobite.model.check.Finding;
import trilobite.model.check.Fix;
import trilobite.model.check.Severity;
import trilobite.model.port.LaunchException;
import trilobite.model.project.ProjectEdit;

/// Why a guest was not started, with everything else that is wrong and the cures under it: what a
/// click does in the window, said in words for a terminal.
final class Refusal {
  private Refusal() {}

  static String text(LaunchException refused) {
    var lines = new ArrayList<String>();
    var message = String.valueOf(refused.getMessage());
    lines.add(message);
    if (refused.reason() == LaunchException.Reason.UNTRUSTED) {
      lines.add("  → look at it; if you agree, say it again with --trust");
    }
    for (var finding : refused.findings()) {
      if (finding.severity() == Severity.ERROR) {
        add(finding, message, lines);
      }
    }
    return String.join("\n", lines);
  }

  private static void add(Finding finding, String said, List<String> lines) {
    if (!finding.message().equals(said)) {
      lines.add(finding.message());
    }
    finding.fixes().forEach(fix -> lines.add("  → " + cure(fix)));
  }

  private static String cure(Fix fix) {
    return switch (fix.action()) {
      case EDIT ->
          fix.label()
              + ": "
              + String.join(", ", fix.edits().stream().map(Refusal::change).toList());
      case BUILD -> fix.label() + ": trilobite build";
      case TRUST -> fix.label() + ": --trust";
      case MACHINE -> fix.label() + ": trilobite doctor";
    };
  }

  private static String change(ProjectEdit edit) {
    return switch (edit) {
      case ProjectEdit.Set(var path, var value) -> path + " = " + toml(value);
      case ProjectEdit.Remove(var path) -> "remove " + path;
      case ProjectEdit.AppendTable(var array, var values) -> "add [[" + array + "]] " + values;
    };
  }

  private static String toml(Object value) {
    return switch (value) {
      case String text -> '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
      case List<?> list -> "[" + String.join(", ", list.stream().map(Refusal::toml).toList()) + "]";
      case Object plain -> plain.toString();
    };
  }
}
