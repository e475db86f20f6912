// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// Something that can be had of a guest that Trilobite did not start, or why it cannot.
///
/// @param what a word: `memory`, `cpu`, `console`, `control`, `packets`
/// @param possible true where it can be had
/// @param how by what means; where it cannot be had, why, and what would help
public record Ability(String what, boolean possible, String how) {}
