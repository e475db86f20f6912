// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.runner.domain.DomainEvents;
import trilobite.runner.domain.DomainMonitor;
import trilobite.runner.host.UnixSockets;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.qmp.QmpSocket;

/// Decides whether a guest's QMP socket may be used, and connects: QEMU serves one client at a
/// time, so whoever is connected, or whose socket it plainly is, must not find it taken.
///
/// @param qmp connected, where it may be used
/// @param socket by which; empty where there is none
/// @param leave gives it back
/// @param why one sentence: how it is used, or why it is not
record MonitorDoor(Optional<Qmp> qmp, Optional<Path> socket, Runnable leave, String why) {

  private static final Duration GREETING = Duration.ofSeconds(3);
  private static final Duration TURN = Duration.ofSeconds(10);

  static MonitorDoor shut(String why) {
    return new MonitorDoor(Optional.empty(), Optional.empty(), () -> {}, why);
  }

  /// What can be told without connecting.
  static String look(HostProcess process) {
    var words = QemuWords.of(process.words());
    var sockets = words.qmpSockets();
    if (words.libvirt()) {
      return "libvirt holds its QMP: attach --libvirt '" + words.name() + "' asks through it";
    }
    if (sockets.isEmpty()) {
      return "it has no QMP socket: start QEMU with -qmp unix:FILE,server=on,wait=off";
    }
    var path = process.resolve(sockets.getFirst());
    try {
      if (UnixSockets.connected(path)) {
        return "somebody else is connected to its QMP socket " + path;
      }
    } catch (IOException e) {
      // Then it is found out by connecting.
    }
    return Files.isWritable(path) ? "" : "this user may not use its QMP socket " + path;
  }

  /// @throws LaunchException where the socket was asked for and may not or cannot be used
  static MonitorDoor open(AttachRequest request, HostProcess process, Consumer<QmpEvent> events)
      throws LaunchException {
    var words = QemuWords.of(process.words());
    if (request.monitor() == AttachRequest.Monitor.NEVER) {
      return shut("its QMP was left alone, as asked");
    }
    if (request.which() instanceof AttachRequest.OfDomain(var uri, var domain)) {
      var following = DomainEvents.follow(uri, domain, events);
      return new MonitorDoor(
          Optional.of(new DomainMonitor(uri, domain, events)),
          Optional.empty(),
          following::close,
          "by libvirt");
    }
    var asked =
        request.which() instanceof AttachRequest.OfSocket(var path)
            ? Optional.of(path)
            : Optional.<Path>empty();
    var socket = asked.or(() -> words.qmpSockets().stream().findFirst().map(process::resolve));
    if (socket.isEmpty()) {
      return shut(look(process));
    }
    try {
      return take(socket.get(), words.libvirt(), request.monitor(), events);
    } catch (IOException e) {
      if (asked.isPresent()) {
        throw new LaunchException(Reason.MACHINE, String.valueOf(e.getMessage()), List.of());
      }
      return shut(String.valueOf(e.getMessage()));
    }
  }

  private static MonitorDoor take(
      Path socket, boolean libvirt, AttachRequest.Monitor how, Consumer<QmpEvent> events)
      throws IOException {
    boolean take = how == AttachRequest.Monitor.TAKE;
    boolean busy = UnixSockets.connected(socket);
    if (busy && !take) {
      throw new IOException(
          ("Somebody else is connected to %s, and QEMU serves one QMP client at a time; it was left"
                  + " alone. --no-qmp looks without it; --take-qmp waits until it is free.")
              .formatted(socket));
    }
    if ((libvirt || socket.toString().contains("/libvirt/")) && !take) {
      throw new IOException(
          ("%s is libvirt's, which could not reach the guest any more; it was left alone. --no-qmp"
                  + " looks without it; --take-qmp takes it all the same.")
              .formatted(socket));
    }
    try {
      var client = QmpSocket.connect(socket, events, busy ? TURN : GREETING);
      return new MonitorDoor(
          Optional.of(client),
          Optional.of(socket),
          client::close,
          "by " + socket + ", which is held until it is let go");
    } catch (IOException e) {
      throw new IOException(
          busy
              ? "%s was not free within %d s; whoever is connected keeps it."
                  .formatted(socket, TURN.toSeconds())
              : "%s cannot be used: %s".formatted(socket, e.getMessage()),
          e);
    }
  }
}
