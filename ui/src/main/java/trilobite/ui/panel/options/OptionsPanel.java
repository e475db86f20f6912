// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.options;

import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the page of build options.
public final class OptionsPanel extends Door<OptionsView> {

  static final String ID = "options";

  public OptionsPanel() {
    super(new PanelInfo(ID, "Build options", "ci-settings", Place.PAGE, 25, ""));
  }

  @Override
  protected OptionsView make(Desk desk) {
    return new OptionsView(desk, FileChoice.NATIVE);
  }
}
