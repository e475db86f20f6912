// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

/// What on the console means that the guest is ready.
///
/// @param text literal text, or a regular expression if `regex`
/// @param within deadline in ms after `cont`; 0 for none
public record ReadyPattern(String text, boolean regex, long within) {}
