// SPDX-License-Identifier: Apache-2.0
package trilobite.model.reading;

/// A value that could not be measured. Views show the reason instead of a number; JSON carries it
/// as `<field>Why`.
///
/// @param why one sentence: what is missing and, where there is one, the thing to do
/// @param soon true where asking again in a moment may help, since something is being opened
public record Unread(String why, boolean soon) {}
