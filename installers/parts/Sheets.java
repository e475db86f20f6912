// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javafx.css.Stylesheet;

/// Puts the form that JavaFX reads at once beside each style sheet of a folder. JavaFX takes it where
/// it is, and parses the sheet where it is not.
final class Sheets {

  /// JavaFX writes durations into that form, and cannot read them back.
  private static final Pattern DURATION = Pattern.compile(":\\s*\\d+m?s\\s*;");

  private Sheets() {}

  public static void main(String[] folders) throws IOException {
    for (var folder : folders) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var sheet : files.filter(file -> file.toString().endsWith(".css")).toList()) {
          compile(sheet);
        }
      }
    }
  }

  private static void compile(Path sheet) throws IOException {
    var compiled = Path.of(sheet.toString().replaceAll("css$", "bss"));
    if (DURATION.matcher(Files.readString(sheet)).find()) {
      Files.deleteIfExists(compiled);
    } else {
      Stylesheet.convertToBinary(sheet.toFile(), compiled.toFile());
    }
  }
}
