// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.ui.grid.RowAction;
import trilobite.ui.panel.Desk;

/// Where a listener or a connection leads: to the thread that uses it, and to its packets. Panels
/// that are not there are not offered.
record Ways(Desk desk) {

  private static final String THREADS = "threads";
  private static final String PACKETS = "packets";

  boolean toThreads() {
    return desk.offers(THREADS);
  }

  boolean toPackets() {
    return desk.offers(PACKETS);
  }

  boolean toThread(OptionalLong id) {
    return id.isPresent() && toThreads();
  }

  void thread(long id) {
    if (toThreads()) {
      desk.reveal(THREADS, "id:" + id);
    }
  }

  /// Begins to watch where that thread is over time.
  void watch(long id) {
    desk.reveal(THREADS, "watch:" + id);
  }

  void thread(OptionalLong id) {
    id.ifPresent(this::thread);
  }

  /// The SYNs that came for a listener.
  void syns(ListenerRow row) {
    desk.reveal(PACKETS, "tcp[tcpflags] & tcp-syn != 0 and port " + row.port());
  }

  List<RowAction> of(ListenerRow row, Runnable only) {
    var all = new ArrayList<RowAction>();
    all.add(new RowAction("ci-filter", "Only its connections", only));
    if (toThread(row.threadId())) {
      all.add(threadAction(row.thread().orElse("its thread"), row.threadId().getAsLong()));
    }
    if (toPackets()) {
      all.add(packets(row.protocol() + " port " + row.port()));
    }
    all.addAll(RowAction.bytes(desk, row.address()));
    return List.copyOf(all);
  }

  List<RowAction> of(SocketRow row) {
    var all = new ArrayList<RowAction>();
    if (toThread(row.threadId())) {
      all.add(threadAction(row.thread().orElse("its thread"), row.threadId().getAsLong()));
    }
    if (toPackets()) {
      all.add(packets(flow(row)));
    }
    all.addAll(RowAction.bytes(desk, row.address()));
    return List.copyOf(all);
  }

  /// A packet filter that only this connection's packets fit.
  static String flow(SocketRow row) {
    return "%s port %d and port %d".formatted(row.protocol(), row.localPort(), row.remotePort());
  }

  private RowAction threadAction(String name, long id) {
    return new RowAction("ci-parent-child", "Show " + GuestText.visible(name), () -> thread(id));
  }

  private RowAction packets(String filter) {
    return new RowAction(
        "ci-data-structured", "Show its packets", () -> desk.reveal(PACKETS, filter));
  }
}
