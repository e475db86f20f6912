// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;

final class ThemeTest {

  private static final List<String> SHARED =
      List.of("type", "controls", "lists", "popups", "panels");
  private static final Pattern TOKEN = Pattern.compile("-tri-[a-z0-9-]+");
  private static final Pattern DEFINED = Pattern.compile("(-tri-[a-z0-9-]+):");

  private static final Pattern UNSEEN =
      Pattern.compile("-fx-background-color:\\s*transparent\\s*;");

  @Test
  void bothThemesDefineTheSameTokens() {
    assertThat(tokens("dark", DEFINED)).isEqualTo(tokens("light", DEFINED)).hasSizeGreaterThan(45);
  }

  @Test
  void sharedSheetsNameOnlyTokensThatExist() {
    var defined = tokens("dark", DEFINED);
    SHARED.forEach(
        sheet -> {
          var used = tokens(sheet, Pattern.compile("(?<=[ ,(:])" + TOKEN));
          assertThat(defined).as(sheet).containsAll(used);
        });
  }

  @Test
  void whateverDrawsByItselfGetsTheSheetsColours() {
    assertThat(Theme.DARK.colour("-tri-s1")).isEqualTo(Color.web("#4189ea"));
    assertThat(Theme.LIGHT.colour("-tri-bg0")).isEqualTo(Color.WHITE);
    assertThatThrownBy(() -> Theme.DARK.colour("-tri-none"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// JavaFX paints a transparent fill pixel by pixel, at eight times the cost of an opaque one, and
  /// does so for all that lies around what moved; `null` looks the same and paints nothing.
  @Test
  void noSheetPaintsWhatIsNotSeen() throws Exception {
    var sheets = new TreeMap<String, String>();
    SHARED.forEach(sheet -> sheets.put(sheet, text(sheet)));
    var code = Path.of(Theme.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var files = Files.walk(code)) {
      for (var file : files.filter(file -> file.toString().endsWith(".css")).toList()) {
        sheets.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    assertThat(sheets).hasSizeGreaterThan(20);
    assertThat(sheets.entrySet())
        .filteredOn(sheet -> UNSEEN.matcher(sheet.getValue()).find())
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  private static Set<String> tokens(String sheet, Pattern pattern) {
    var found = new TreeSet<String>();
    var matcher = pattern.matcher(text(sheet));
    while (matcher.find()) {
      found.add(matcher.group().replace(":", ""));
    }
    return found;
  }

  private static String text(String sheet) {
    try (var in = ThemeTest.class.getClassLoader().getResourceAsStream("theme/" + sheet + ".css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
