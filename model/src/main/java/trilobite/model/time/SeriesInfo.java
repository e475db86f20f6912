// SPDX-License-Identifier: Apache-2.0
package trilobite.model.time;

/// What a series measures.
///
/// @param id stable machine name, such as `net.rx_packets`; the key in history and JSON
/// @param title short name for legends
/// @param unit unit of the values, such as `bytes`, `percent`, `packets`
/// @param cumulative true for counters, which graphs show as a rate
public record SeriesInfo(String id, String title, String unit, boolean cumulative) {}
