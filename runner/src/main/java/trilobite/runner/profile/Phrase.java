// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

/// Something to look for in a line of a console, colours left out.
///
/// @param regex true where `text` is a regular expression to be found anywhere in the line
public record Phrase(String text, boolean regex) {}
