// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

/// What the header's menus do.
interface VitalsActions {

  void exportCsv();

  void exportPng();

  /// The present values as text on the clipboard.
  void copyValues();
}
