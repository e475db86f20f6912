// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.ThreadRow;

/// A web server whose backlog is full, as seen from outside.
final class SampleConnections {

  private SampleConnections() {}

  static ListenerRow listener(
      String protocol,
      long port,
      String thread,
      long used,
      long limit,
      long accepted,
      String state) {
    boolean queue = limit > 0;
    boolean refused = state.equals(ListenerRow.OVERFLOW);
    return new ListenerRow(
        protocol,
        "*:" + port,
        port,
        Optional.of(thread),
        OptionalLong.of(thread.equals("init") ? 2 : 9),
        queue ? OptionalLong.of(used) : OptionalLong.empty(),
        queue ? OptionalLong.of(limit) : OptionalLong.empty(),
        queue ? OptionalLong.of(used) : OptionalLong.empty(),
        queue ? OptionalLong.of(64) : OptionalLong.empty(),
        queue ? OptionalLong.of(0) : OptionalLong.empty(),
        queue ? OptionalLong.of(accepted) : OptionalLong.empty(),
        queue ? OptionalLong.of(refused ? 37 : 0) : OptionalLong.empty(),
        queue ? OptionalLong.of(0) : OptionalLong.empty(),
        queue ? OptionalLong.of(0) : OptionalLong.empty(),
        queue ? OptionalLong.of(0) : OptionalLong.empty(),
        state,
        state.equals(ListenerRow.OPEN) ? OptionalLong.empty() : OptionalLong.of(51_300),
        queue ? OptionalLong.empty() : OptionalLong.of(used),
        queue ? OptionalLong.empty() : OptionalLong.of(8192),
        0x1000 + port);
  }

  static List<ListenerRow> listeners() {
    return List.of(
        listener("tcp", 8080, "init", 16, 16, 21_907, ListenerRow.OVERFLOW),
        listener("tcp", 9100, "stats", 0, 4, 4, ListenerRow.OPEN),
        listener("tcp", 2323, "stats", 1, 2, 1, ListenerRow.OPEN),
        listener("udp", 49_153, "init", 0, 0, 0, ListenerRow.OPEN));
  }

  static List<ListenerRow> calm() {
    return List.of(
        listener("tcp", 8080, "init", 0, 16, 21_907, ListenerRow.OPEN),
        listener("tcp", 9100, "stats", 0, 4, 4, ListenerRow.OPEN));
  }

  static SocketRow socket(
      String state, long peer, String process, long receive, long send, long again, String thread) {
    boolean backlog = thread.isEmpty() && (state.equals("ESTABLISHED") || state.equals("SYN_RCVD"));
    return new SocketRow(
        "tcp",
        state,
        "10.0.2.15:8080",
        8080,
        "10.0.2.2:" + peer,
        peer,
        process.isEmpty() ? Optional.empty() : Optional.of(process),
        process.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(process.equals("wrk") ? 5120 : 5188),
        process.isEmpty() ? Optional.empty() : Optional.of("127.0.0.1:" + peer),
        process.isEmpty() ? SocketRow.GUEST : SocketRow.BOTH,
        OptionalLong.of(receive),
        OptionalLong.of(send),
        OptionalLong.of(again),
        state.equals("SYN_RCVD")
            ? OptionalDouble.empty()
            : OptionalDouble.of(again > 5 ? 212 : 0.4),
        OptionalLong.of(backlog ? 400 : 6_100),
        thread.isEmpty() ? Optional.empty() : Optional.of(thread),
        thread.isEmpty() ? OptionalLong.empty() : OptionalLong.of(5),
        backlog,
        0x9000 + peer);
  }

  private static SocketRow lonely(long peer) {
    return new SocketRow(
        "tcp",
        "SYN_SENT",
        "–:8080",
        8080,
        "–:" + peer,
        peer,
        Optional.of("wrk"),
        OptionalLong.of(5120),
        Optional.of("127.0.0.1:" + peer),
        SocketRow.HOST,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        false,
        0);
  }

  static List<SocketRow> sockets() {
    var rows = new ArrayList<SocketRow>();
    rows.add(socket("ESTABLISHED", 51_902, "wrk", 0, 1_910, 0, "worker-2"));
    rows.add(socket("ESTABLISHED", 51_904, "wrk", 212, 0, 0, "worker-0"));
    rows.add(socket("ESTABLISHED", 51_906, "wrk", 212, 0, 0, "worker-1"));
    rows.add(socket("ESTABLISHED", 51_940, "curl", 0, 14_600, 7, "worker-3"));
    for (int i = 0; i < 6; i++) {
      rows.add(socket("ESTABLISHED", 51_961 + i, "wrk", i % 2 == 0 ? 1_460 : 730, 0, 0, ""));
    }
    rows.add(socket("SYN_RCVD", 51_977, "wrk", 0, 0, 2, ""));
    rows.add(socket("FIN_WAIT_1", 51_921, "wrk", 0, 412, 1, "worker-1"));
    rows.add(socket("CLOSE_WAIT", 51_899, "", 0, 0, 0, "worker-1"));
    rows.add(socket("TIME_WAIT", 51_880, "", 0, 0, 0, ""));
    rows.add(lonely(51_980));
    rows.add(lonely(51_982));
    return rows;
  }

  static ThreadRow thread(long id, String name, String waitsFor, String holder, long holderId) {
    return new ThreadRow(
        id,
        name,
        "blocked",
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.of(waitsFor),
        OptionalLong.empty(),
        holder.isEmpty() ? Optional.empty() : Optional.of(holder),
        holder.isEmpty() ? OptionalLong.empty() : OptionalLong.of(holderId),
        OptionalLong.empty(),
        Optional.empty(),
        0x100 * id);
  }

  static List<ThreadRow> threads() {
    return List.of(
        thread(2, "init", "mutex pages.lock", "worker-2", 7),
        thread(5, "worker-0", "mutex pages.lock", "worker-2", 7),
        thread(6, "worker-1", "mutex pages.lock", "worker-2", 7),
        thread(7, "worker-2", "device virtio-blk0", "", 0));
  }
}
