// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.paint.Color;
import trilobite.model.console.CellStyle;
import trilobite.model.console.Xterm256;

/// The colours that looks have in the present theme. What a guest chooses is shifted where it could
/// not be read on its background.
final class Palette {

  private static final double READABLE = 4.5;
  private static final int THEMED = 16;

  private final Map<Ink, Color> inks = new EnumMap<>(Ink.class);
  private final Map<Integer, Look> looks = new HashMap<>();

  /// @param text colour of the characters
  /// @param paper colour behind them, where it is not the view's own
  record Look(Color text, Optional<Color> paper) {}

  Palette(Map<Ink, Color> inks) {
    this.inks.putAll(inks);
  }

  Color of(Ink ink) {
    return inks.getOrDefault(ink, Color.GRAY);
  }

  Look of(CellStyle style) {
    return looks.computeIfAbsent(style.packed(), _ -> make(style));
  }

  private Look make(CellStyle style) {
    Color text = colour(style.foreground()).orElse(of(style.bold() ? Ink.STRONG : Ink.TEXT));
    Optional<Color> paper = colour(style.background());
    if (style.inverse()) {
      Color swapped = paper.orElse(of(Ink.PAPER));
      paper = Optional.of(text);
      text = swapped;
    }
    Color behind = paper.orElse(of(Ink.PAPER));
    if (style.dim()) {
      text = text.interpolate(behind, 0.35);
    }
    return new Look(readable(text, behind), paper);
  }

  private Optional<Color> colour(OptionalInt index) {
    if (index.isEmpty()) {
      return Optional.empty();
    }
    int at = index.getAsInt();
    if (at < THEMED) {
      return Optional.of(of(Ink.ofSixteen(at)));
    }
    int rgb = Xterm256.rgb(at);
    return Optional.of(Color.rgb((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff));
  }

  /// The colour itself, or the nearest step from it to black or white that can be read.
  static Color readable(Color text, Color paper) {
    Color far = luminance(paper) > 0.18 ? Color.BLACK : Color.WHITE;
    Color shown = text;
    for (int step = 1; step <= 10 && contrast(shown, paper) < READABLE; step++) {
      shown = text.interpolate(far, step / 10d);
    }
    return shown;
  }

  /// Contrast ratio as WCAG 2 defines it.
  static double contrast(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color colour) {
    return 0.2126 * linear(colour.getRed())
        + 0.7152 * linear(colour.getGreen())
        + 0.0722 * linear(colour.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }
}
