// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.core;

import javafx.beans.binding.Bindings;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;
import trilobite.ui.panel.ShownRun;

/// The door of the page that writes cores.
public final class CorePanel extends Door<CoreView> {

  static final String ID = "core";

  private final FileChoice files;

  public CorePanel() {
    this(FileChoice.NATIVE);
  }

  CorePanel(FileChoice files) {
    super(new PanelInfo(ID, "Capture core", "ci-camera", Place.PAGE, 26, ""));
    this.files = files;
  }

  @Override
  public void announce(Desk desk) {
    var run = desk.session().run();
    // Where it cannot be done the page says why, so the command is not greyed for that.
    desk.commands()
        .add(
            new Command(
                "view." + ID,
                "Capture core…",
                "ci-camera",
                "F8",
                Bindings.createBooleanBinding(
                    () -> run.get().flatMap(ShownRun::live).isPresent(), run),
                () -> desk.reveal(ID)));
  }

  @Override
  protected CoreView make(Desk desk) {
    return new CoreView(desk, files);
  }
}
