// SPDX-License-Identifier: Apache-2.0

/// Tables of what is read from a guest again and again: rows that are updated in place, sorted,
/// filtered, copied and exported, with where they come from and what reading them cost.
package trilobite.ui.grid;
