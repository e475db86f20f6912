// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the bytes panel. It seeks addresses and C expressions.
public final class BytesPanel extends Door<BytesView> {

  public BytesPanel() {
    super(
        new PanelInfo(
            "bytes", "Bytes", "ci-string-text", Place.TOOL, 65, "", "hexdump, symbols, pointers"));
  }

  @Override
  protected BytesView make(Desk desk) {
    return new BytesView(desk);
  }
}
