// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// One point of a series: `t` in ms on the run's clock, `value` in the series' unit; NaN marks a
/// gap.
public record Sample(double t, double value) {}
