// SPDX-License-Identifier: Apache-2.0

/// The page of a build's options: what a project's own files choose, as searchable tables with
/// help.
package trilobite.ui.panel.options;
