// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.paint.Color;

/// A look: Primer's sheet beneath, the colour tokens, and the sheets that give every control its
/// shape. Panels name tokens (`-tri-…`) only, so they need no theme of their own.
public enum Theme {
  DARK,
  LIGHT;

  private static final List<String> SHARED =
      List.of("type", "controls", "lists", "popups", "panels");

  /// Icon sizes at scale 1, as in `type.css`, by the style class that asks for them.
  private static final Map<String, Integer> ICONS =
      Map.of("", 16, ".tri-small", 14, ".tri-tab", 15, ".tri-rail", 18, ".tri-big", 28);

  /// The smallest and largest UI scale.
  public static final double MIN_SCALE = 0.8;

  public static final double MAX_SCALE = 2.0;

  /// Root font size at scale 1.
  public static final double ROOT_PX = 12;

  /// Puts Primer under every scene that has no other, in place of JavaFX's own sheet, which is then
  /// never read. Any thread while JavaFX is under way, before the first control is made.
  public void underAll() {
    Application.setUserAgentStylesheet(primer());
  }

  /// Gives a scene this look. Popups that are shown later take it from their owner's scene. JavaFX
  /// thread.
  ///
  /// @param scale 0.8 to 2, applied to all text and everything measured in em
  public void apply(Scene scene, double scale) {
    apply(scene, scale, false);
  }

  /// As [#apply(Scene, double)].
  ///
  /// @param contrast true raises the borders of controls to 3:1 and better
  public void apply(Scene scene, double scale, boolean contrast) {
    Fonts.load();
    // Where it lies under every scene anyway, reading it again would cost a start its tenth.
    scene.setUserAgentStylesheet(
        primer().equals(Application.getUserAgentStylesheet()) ? null : primer());
    var sheets = sheets(scale);
    if (contrast) {
      sheets.add(css(".root { -tri-line2: " + strongLine() + "; }"));
    }
    scene.getStylesheets().setAll(sheets);
    var classes = scene.getRoot().getStyleClass();
    classes.removeAll("tri-dark", "tri-light");
    classes.add("tri-" + word());
  }

  /// The look without the tokens, as JavaFX's user agent stylesheet.
  public String primer() {
    return switch (this) {
      case DARK -> new PrimerDark().getUserAgentStylesheet();
      case LIGHT -> new PrimerLight().getUserAgentStylesheet();
    };
  }

  /// The value of a token, such as `-tri-s1`, for whatever draws by itself.
  ///
  /// @throws IllegalArgumentException where there is no such token
  public Color colour(String token) {
    return Tokens.of(this).get(token);
  }

  /// `dark` or `light`.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private String strongLine() {
    return switch (this) {
      case DARK -> "#6e7681";
      case LIGHT -> "#6e7781";
    };
  }

  private List<String> sheets(double scale) {
    var sheets = new ArrayList<String>();
    sheets.add(sheet(word()));
    SHARED.forEach(name -> sheets.add(sheet(name)));
    double clamped = Math.clamp(scale, MIN_SCALE, MAX_SCALE);
    if (clamped != 1) {
      sheets.add(rootSize(clamped));
    }
    return sheets;
  }

  static String sheet(String name) {
    return Objects.requireNonNull(
            Theme.class.getClassLoader().getResource("theme/" + name + ".css"),
            () -> "theme/" + name + ".css is not among the packed resources")
        .toExternalForm();
  }

  /// Icons are sized in px, because an em of theirs is that of their own font.
  private static String rootSize(double scale) {
    var css = new StringBuilder(rule(".root, .tooltip", "-fx-font-size", ROOT_PX * scale));
    ICONS.forEach(
        (kind, px) -> css.append(rule(".ikonli-font-icon" + kind, "-fx-icon-size", px * scale)));
    return css(css.toString());
  }

  private static String css(String text) {
    return "data:text/css;base64,"
        + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String rule(String selector, String property, double px) {
    return String.format(Locale.ROOT, "%s { %s: %.2fpx; }%n", selector, property, px);
  }
}
