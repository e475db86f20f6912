// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.List;
import javafx.scene.paint.Color;

/// A type of colour vision, and what a colour looks like to it. Source: Machado, Oliveira and
/// Fernandes, "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009,
/// matrices of full severity, applied to linear RGB.
enum Vision {
  NORMAL("All colours", List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)),
  PROTAN(
      "Protanopia",
      List.of(
          0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
          1.051998)),
  DEUTAN(
      "Deuteranopia",
      List.of(
          0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
          0.968881)),
  TRITAN(
      "Tritanopia",
      List.of(
          1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
          0.303900));

  private final String title;

  // All of them are made by List.of, which the type cannot say.
  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Double> matrix;

  Vision(String title, List<Double> matrix) {
    this.title = title;
    this.matrix = matrix;
  }

  String title() {
    return title;
  }

  Color of(Color colour) {
    double r = linear(colour.getRed());
    double g = linear(colour.getGreen());
    double b = linear(colour.getBlue());
    return Color.color(row(0, r, g, b), row(3, r, g, b), row(6, r, g, b));
  }

  private double row(int at, double r, double g, double b) {
    double sum = matrix.get(at) * r + matrix.get(at + 1) * g + matrix.get(at + 2) * b;
    return encoded(Math.clamp(sum, 0, 1));
  }

  /// The sRGB transfer curve, IEC 61966-2-1.
  private static double linear(double v) {
    return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
  }

  private static double encoded(double v) {
    return v <= 0.0031308 ? v * 12.92 : 1.055 * Math.pow(v, 1 / 2.4) - 0.055;
  }
}
