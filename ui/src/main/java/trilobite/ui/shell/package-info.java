// SPDX-License-Identifier: Apache-2.0

/// The window's frame: bars, areas, tabs, messages. Knows panels by their contract only.
package trilobite.ui.shell;
