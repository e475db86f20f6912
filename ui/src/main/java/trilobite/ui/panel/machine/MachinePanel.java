// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the machine check.
public final class MachinePanel implements Panel {

  private static final long LOOK_MILLIS = 500;

  private Optional<MachineView> view = Optional.empty();
  private Subscription look = () -> {};

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "machine",
        "Machine",
        "ci-settings-adjust",
        Place.FOOT,
        10,
        "",
        "doctor, KVM, accelerator, QEMU version");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new MachineView(desk);
    view = Optional.of(opened);
    return opened.node();
  }

  @Override
  public void shown(boolean visible) {
    look.close();
    if (visible) {
      look = Fx.pull(LOOK_MILLIS, () -> view.ifPresent(MachineView::refresh));
    }
  }

  @Override
  public void focus() {
    view.ifPresent(MachineView::focusMain);
  }

  @Override
  public void close() {
    look.close();
  }
}
