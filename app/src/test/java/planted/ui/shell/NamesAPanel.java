// SPDX-License-Identifier: Apache-2.0
package planted.ui.shell;

/// Breaks only-panels-name-panels.
public record NamesAPanel(planted.ui.panel.second.Neighbour panel) {}
