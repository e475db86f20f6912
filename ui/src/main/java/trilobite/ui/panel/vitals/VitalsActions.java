// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

/// What the header's menus do.
interface VitalsActions {

  void exportCsv();

  void exportPng();

  /// Every sample of the shown window, or of the selected span, as rows with tabs on the clipboard.
  void copyTable();

  /// The same rows as JSON.
  void copyJson();

  /// The present values as text on the clipboard.
  void copyValues();
}
