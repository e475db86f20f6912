// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.time.ZoneId;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Packets panel.
public final class PacketsPanel extends Door<PacketsView> {

  private final FileChoice files;
  private final ZoneId zone;

  public PacketsPanel() {
    this(FileChoice.NATIVE, ZoneId.systemDefault());
  }

  PacketsPanel(FileChoice files, ZoneId zone) {
    super(
        new PanelInfo(
            "packets",
            "Packets",
            "ci-data-structured",
            Place.TOOL,
            50,
            "Alt+5",
            "tcpdump, Wireshark, pcap, flows"));
    this.files = files;
    this.zone = zone;
  }

  @Override
  protected PacketsView make(Desk desk) {
    return new PacketsView(desk, files, zone);
  }

  @Override
  public void again(String page, Desk desk) {
    Stream.of(page).ifPresent(stream -> stream.open(desk, files, stream.kept(desk)));
  }
}
