// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

/// Turns run time into a horizontal place and back.
///
/// @param width of the plot, in any unit of length
public record TimeScale(TimeWindow window, double width) {

  public double x(double t) {
    return (t - window.from()) / window.span() * width;
  }

  public double t(double x) {
    return window.from() + x / width * window.span();
  }

  /// How much time a distance stands for.
  public double millis(double distance) {
    return distance / width * window.span();
  }
}
