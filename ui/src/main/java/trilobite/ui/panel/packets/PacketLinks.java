// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.PacketRow;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.Views;
import trilobite.model.job.Job;
import trilobite.model.reading.Measured;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// The ways from a packet to what it is about: the guest's socket, and the thread behind that.
final class PacketLinks {

  private final Desk desk;

  PacketLinks(Desk desk) {
    this.desk = desk;
  }

  private static boolean fromGuest(PacketRow row) {
    return row.direction().equals("tx");
  }

  private static OptionalLong guestPort(PacketRow row) {
    return fromGuest(row) ? row.sourcePort() : row.destinationPort();
  }

  private static OptionalLong peerPort(PacketRow row) {
    return fromGuest(row) ? row.destinationPort() : row.sourcePort();
  }

  /// Shows the sockets of the guest's port.
  void connection(PacketRow row) {
    guestPort(row).ifPresent(port -> desk.reveal("connections", "port:" + port));
  }

  /// What is found of a packet's thread.
  private record Found(OptionalLong thread, String why) {}

  /// Shows the thread that waits for the packet's socket, or the one that accepts on its port.
  void thread(PacketRow row) {
    var guest = desk.session().run().get().flatMap(ShownRun::live);
    var port = guestPort(row);
    if (guest.isEmpty() || port.isEmpty()) {
      none("Threads are seen while the guest runs; this run is over.");
      return;
    }
    desk.background(
        new Job<>(
            "Find a packet's thread",
            _ -> find(guest.get().eyes(), port.getAsLong(), peerPort(row))),
        found ->
            found
                .thread()
                .ifPresentOrElse(id -> desk.reveal("threads", "id:" + id), () -> none(found.why())),
        error -> none(String.valueOf(error.getMessage())));
  }

  private void none(String why) {
    desk.toast(Toast.error("No thread", why));
  }

  private static Found find(Eyes eyes, long port, OptionalLong peer) {
    var sockets = eyes.see(Views.SOCKETS);
    if (sockets instanceof Measured.Unknown<?>(var reason)) {
      return new Found(OptionalLong.empty(), reason.why());
    }
    var socket =
        rows(sockets).stream()
            .filter(s -> s.localPort() == port && peer.equals(OptionalLong.of(s.remotePort())))
            .findFirst();
    var thread = socket.map(SocketRow::threadId).orElse(OptionalLong.empty());
    if (thread.isEmpty()) {
      thread =
          rows(eyes.see(Views.LISTENERS)).stream()
              .filter(listener -> listener.port() == port)
              .map(ListenerRow::threadId)
              .filter(OptionalLong::isPresent)
              .findFirst()
              .orElse(OptionalLong.empty());
    }
    return new Found(thread, why(port, socket));
  }

  private static <R extends Record> List<R> rows(Measured<Listing<R>> seen) {
    return seen.value().map(Listing::rows).orElse(List.of());
  }

  private static String why(long port, Optional<SocketRow> socket) {
    return socket.isPresent()
        ? "No thread was seen to wait for this connection, nor one that accepts on port "
            + port
            + "."
        : "The guest has no such connection any more, and no thread accepts on port " + port + ".";
  }
}
