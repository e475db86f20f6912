// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

/// Where a panel lives in the window.
public enum Place {
  /// Left of the editor, chosen by the rail.
  LEFT,
  /// A tab of the tool area below the editor.
  TOOL,
  /// The column at the right; below 200 px wide it shows its short form.
  RIGHT,
  /// A page among the editor tabs, opened by a command.
  PAGE,
  /// A page with an entry of its own at the foot of the rail.
  FOOT
}
