// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import trilobite.model.check.Finding;

/// Findings as compiler-like lines.
final class Findings {
  private Findings() {}

  static String text(Path folder, List<Finding> findings) {
    return findings.stream().map(f -> line(folder, f)).collect(Collectors.joining("\n"));
  }

  private static String line(Path folder, Finding finding) {
    var place = finding.place().map(p -> ":" + p.line() + ":" + p.column()).orElse("");
    return folder.resolve("trilobite.toml")
        + place
        + ": "
        + finding.severity().name().toLowerCase(Locale.ROOT)
        + ": "
        + finding.message();
  }
}
