// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines typed before, to be called back by Up and Down as in a shell.
final class Typed {

  private static final int MOST = 200;

  private final List<String> lines = new ArrayList<>();
  private int at;
  private String draft = "";

  void add(String line) {
    if (!line.isBlank() && (lines.isEmpty() || !lines.getLast().equals(line))) {
      lines.add(line);
      if (lines.size() > MOST) {
        lines.removeFirst();
      }
    }
    at = lines.size();
    draft = "";
  }

  /// The line before; `present` is kept to come back to.
  Optional<String> older(String present) {
    if (at == 0) {
      return Optional.empty();
    }
    if (at == lines.size()) {
      draft = present;
    }
    return Optional.of(lines.get(--at));
  }

  /// The line after, at last what was being typed.
  Optional<String> newer() {
    if (at >= lines.size()) {
      return Optional.empty();
    }
    at++;
    return Optional.of(at == lines.size() ? draft : lines.get(at));
  }
}
