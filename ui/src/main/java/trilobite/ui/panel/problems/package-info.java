// SPDX-License-Identifier: Apache-2.0

/// The Problems panel: what the last build and the project file complain about.
package trilobite.ui.panel.problems;
