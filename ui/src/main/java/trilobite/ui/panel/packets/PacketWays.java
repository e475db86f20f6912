// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.function.Consumer;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.layer.Layer;

/// Where a packet's links lead.
record PacketWays(
    PacketLinks links, PacketActions actions, PacketsBar bar, PacketFeed feed, DeepView view)
    implements PacketDetail.Ways {

  @Override
  public void connection(PacketRow row) {
    links.connection(row);
  }

  @Override
  public void thread(PacketRow row) {
    links.thread(row);
  }

  @Override
  public void stream(PacketRow row) {
    actions.follow(row);
  }

  @Override
  public void graph(PacketRow row) {
    bar.graph();
  }

  @Override
  public void deep(PacketRow row, Consumer<List<Layer>> done, Consumer<String> failed) {
    feed.store().ifPresent(store -> view.ask(store, row.number(), done, failed));
  }
}
