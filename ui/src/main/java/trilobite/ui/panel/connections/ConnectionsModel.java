// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.connections;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.ThreadRow;
import trilobite.model.table.CellText;
import trilobite.model.why.Chain;
import trilobite.model.why.FullListener;

/// What the panel says of the guest's listeners and connections. Plain state for one thread.
final class ConnectionsModel {

  private static final long MANY_RETRANSMITS = 5;

  private List<ListenerRow> listeners = List.of();
  private List<ThreadRow> threads = List.of();
  private List<SocketRow> sockets = List.of();

  /// A choice among the connections.
  enum Pill {
    ALL("All"),
    TCP("TCP"),
    UDP("UDP"),
    BACKLOG("In backlog"),
    HOST("Host only");

    private final String title;

    Pill(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }

    boolean fits(SocketRow row) {
      return switch (this) {
        case ALL -> true;
        case TCP -> row.protocol().equals("tcp");
        case UDP -> row.protocol().equals("udp");
        case BACKLOG -> row.inBacklog();
        case HOST -> lonely(row);
      };
    }
  }

  /// @param now of the same guest; none of them where it is not full
  void take(List<ListenerRow> rows, List<ThreadRow> now) {
    listeners = rows;
    threads = now;
  }

  void take(List<SocketRow> rows) {
    sockets = rows;
  }

  long count(Pill pill) {
    return sockets.stream().filter(pill::fits).count();
  }

  /// How many listeners there are.
  int listeners() {
    return listeners.size();
  }

  /// Listeners that take no further connection.
  long troubles() {
    return troubles(listeners);
  }

  static long troubles(List<ListenerRow> rows) {
    return rows.stream().filter(ListenerRow::full).count();
  }

  /// The one to speak of: the chosen one if it is full, else the one that refuses, else any full.
  Optional<ListenerRow> worst(Optional<ListenerRow> chosen) {
    var now = chosen.flatMap(row -> listeners.stream().filter(l -> same(l, row)).findFirst());
    return now.filter(ListenerRow::full)
        .or(
            () ->
                listeners.stream()
                    .filter(ListenerRow::full)
                    .min(Comparator.comparing(row -> !row.state().equals(ListenerRow.OVERFLOW))));
  }

  private static boolean same(ListenerRow a, ListenerRow b) {
    return a.address() == b.address() && a.port() == b.port();
  }

  Chain why(ListenerRow listener) {
    return FullListener.explain(listener, threads);
  }

  /// True for a connection that the host has and the guest does not.
  static boolean lonely(SocketRow row) {
    return row.halves().equals(SocketRow.HOST);
  }

  /// Clients on this host that believe to be connected to the port.
  long lonely(long port) {
    return sockets.stream().filter(row -> lonely(row) && row.localPort() == port).count();
  }

  /// Such as `16 / 16`, or `receive buffer 0 / 8.0 KiB`; empty for a listener that has no queue.
  static String queue(ListenerRow row) {
    if (row.datagrams()) {
      return received(row);
    }
    if (row.waiting().isEmpty()) {
      return "";
    }
    var limit = row.limit().isPresent() ? " / " + row.limit().getAsLong() : "";
    return row.waiting().getAsLong() + limit;
  }

  private static String received(ListenerRow row) {
    if (row.receiveQueue().isPresent()) {
      var limit = row.receiveLimit();
      return "receive buffer "
          + CellText.of(row.receiveQueue().getAsLong(), "bytes")
          + (limit.isPresent() ? " / " + CellText.of(limit.getAsLong(), "bytes") : "");
    }
    return row.mailbox().isPresent()
        ? "%d / %s datagrams".formatted(row.mailbox().getAsLong(), figure(row.mailboxLimit()))
        : "no receive queue kept";
  }

  /// Share of the queue that is taken, from 0 to 1.
  static double taken(ListenerRow row) {
    return row.waiting().isPresent() && row.limit().orElse(0) > 0
        ? Math.clamp((double) row.waiting().getAsLong() / row.limit().getAsLong(), 0, 1)
        : 0;
  }

  /// With its thousands apart; `–` where it is not known.
  static String figure(OptionalLong number) {
    return number.isPresent() ? String.format(Locale.ROOT, "%,d", number.getAsLong()) : "–";
  }

  static String title(ListenerRow row) {
    if (row.datagrams()) {
      return ":" + row.port() + " drops datagrams";
    }
    return row.state().equals(ListenerRow.OVERFLOW)
        ? ":" + row.port() + " drops new connections"
        : ":" + row.port() + " takes no further connection";
  }

  /// What happens, and what those see who want to connect.
  String happens(ListenerRow row) {
    if (row.datagrams()) {
      return "Nobody reads what waits here, "
          + received(row)
          + ", so the guest's stack drops what comes: senders are not told.";
    }
    var waiting = row.waiting().orElse(0);
    var wait = waiting == 1 ? "1 connection waits" : waiting + " connections wait";
    var what =
        row.backlogLimit().isPresent()
            ? wait
                + " for accept(), so the guest ignores further SYNs. User networking repeats them:"
                + " host clients see stalls, not refusals."
            : wait
                + " for accept(), so further ones are reset after their handshake: host clients"
                + " see resets.";
    long lonely = lonely(row.port());
    return lonely == 0
        ? what
        : what
            + (lonely == 1
                ? " 1 client on this host believes to be connected, and the guest knows nothing of"
                    + " it."
                : " %d clients on this host believe to be connected, and the guest knows nothing of"
                        .formatted(lonely)
                    + " them.");
  }

  static String peer(SocketRow row) {
    var name = row.peer().map(GuestText::visible).orElse("");
    return row.peerPid().isPresent() ? name + " pid " + row.peerPid().getAsLong() : name;
  }

  static String thread(SocketRow row) {
    if (row.inBacklog()) {
      return "in backlog";
    }
    return lonely(row) ? "host only" : row.thread().map(GuestText::visible).orElse("");
  }

  /// Such as `0.4 s` or `3 min`; empty where it is not known.
  static String age(OptionalLong millis) {
    if (millis.isEmpty()) {
      return "";
    }
    double seconds = millis.getAsLong() / 1000.0;
    if (seconds < 60) {
      return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
    }
    return seconds < 3600
        ? String.format(Locale.ROOT, "%.0f min", Math.floor(seconds / 60))
        : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
  }

  static String rowClass(SocketRow row) {
    if (lonely(row)) {
      return "grid-bad";
    }
    if (row.retransmits().orElse(0) >= MANY_RETRANSMITS) {
      return "grid-warn";
    }
    return row.state().equals("TIME_WAIT") ? "grid-dim" : "";
  }

  static String rowClass(ListenerRow row) {
    return row.state().equals(ListenerRow.OVERFLOW) ? "grid-bad" : row.full() ? "grid-warn" : "";
  }

  /// The shape that stands for a state: `open`, `half`, `closing` or `gone`.
  static String shape(SocketRow row) {
    if (lonely(row)) {
      return "lonely";
    }
    return switch (row.state()) {
      case "ESTABLISHED", "OPEN" -> "open";
      case "SYN_SENT", "SYN_RCVD" -> "half";
      case "TIME_WAIT", "CLOSED" -> "gone";
      case "CLOSE_WAIT" -> "stuck";
      default -> "closing";
    };
  }
}
