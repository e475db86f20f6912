// SPDX-License-Identifier: Apache-2.0

/// Graphs over time series: pure geometry, formatting and painting first, one JavaFX control on
/// top. A graph knows series and a time window; it knows nothing of guests.
package trilobite.ui.chart;
