// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.nio.file.Path;
import java.util.Locale;

/// Icons of file tabs, by the end of the name.
final class FileIcons {

  private FileIcons() {}

  static String of(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (name.equals("trilobite.toml")) {
      return "ci-settings-adjust";
    }
    return name.matches(".*\\.(c|h|cc|cpp|hpp|rs|s|go|ml|java|py|sh|js|html|css)")
        ? "ci-code"
        : "ci-document";
  }
}
