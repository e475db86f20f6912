// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the guests that run now.
public final class GuestsPanel implements Panel {

  private static final String ID = "guests";
  private static final String ATTACH = "attach";

  private Optional<GuestsView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        ID, "Guests", "ci-chip", Place.LEFT, 3, "Shortcut+3", "attach, libvirt, virsh, detached");
  }

  @Override
  public void announce(Desk desk) {
    desk.commands()
        .add(
            Command.always(
                    "guest.attach",
                    "Attach to a guest…",
                    "ci-plug",
                    "",
                    () -> desk.reveal(ID, ATTACH))
                .also("QMP socket, PID, process, Firecracker, libvirt"));
  }

  @Override
  public void seek(String what) {
    if (what.equals(ATTACH)) {
      view.ifPresent(GuestsView::askForAttach);
    }
  }

  @Override
  public Node open(Desk desk) {
    var opened = new GuestsView(desk);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(open -> open.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(GuestsView::focusList);
  }

  @Override
  public void close() {
    view.ifPresent(open -> open.shown(false));
  }
}
