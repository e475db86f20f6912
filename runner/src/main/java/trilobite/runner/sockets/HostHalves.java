// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import trilobite.model.run.ForwardBinding;
import trilobite.runner.host.HostSockets;
import trilobite.runner.host.HostSockets.Connection;
import trilobite.runner.host.HostSockets.Owner;

/// The host's halves of connections through a guest's forwards. QEMU's user network accepts a
/// client before it asks the guest, and gives the guest the client's own port: so the client's
/// socket on the host and the guest's share that port, and a client whose port no socket of the
/// guest's knows believes to be connected while it is not. What was found is kept for a moment,
/// since looking costs more than reading the guest. Safe from any thread.
final class HostHalves {

  private static final long KEPT = 250_000_000;

  /// A forward that is bound to all addresses is reached through any.
  private static final Set<String> ALL = Set.of("", "0.0.0.0", "*", "::");

  private static final String WAITS = "WAITS_FOR_QEMU";

  private final HostSockets host;
  private final long qemu;
  private final Map<Integer, ForwardBinding> forwards;
  private final Monitor monitor;
  private final LongSupplier nanos;
  private final long user;
  private List<Half> kept = List.of();
  private boolean looked;
  private long at;

  /// Asks QEMU's monitor.
  @FunctionalInterface
  interface Monitor {
    String ask(String command) throws IOException;
  }

  HostHalves(
      HostSockets host,
      long qemu,
      List<ForwardBinding> forwards,
      Monitor monitor,
      LongSupplier nanos) {
    this.host = host;
    this.qemu = qemu;
    this.forwards =
        forwards.stream()
            .filter(forward -> forward.proto().equals("tcp"))
            .collect(Collectors.toMap(ForwardBinding::hostPort, f -> f, (a, b) -> a));
    this.monitor = monitor;
    this.nanos = nanos;
    this.user = HostSockets.self();
  }

  /// A client's socket.
  ///
  /// @param guestPort where its forward leads
  /// @param port the client's, which the guest sees as well
  /// @param established true where the client believes to be connected
  /// @param peer the process, or why it is not known
  record Half(
      long guestPort,
      long port,
      boolean established,
      String socket,
      String inode,
      Optional<String> peer,
      OptionalLong pid) {}

  synchronized List<Half> read() {
    var now = nanos.getAsLong();
    if (!looked || now - at > KEPT) {
      kept = forwards.isEmpty() ? List.of() : look();
      looked = true;
      at = now;
    }
    return kept;
  }

  /// Those of the clients that are there now, and connected.
  synchronized List<Half> still(List<Half> clients) {
    kept = look();
    at = nanos.getAsLong();
    return clients.stream()
        .filter(
            client ->
                kept.stream()
                    .anyMatch(now -> now.established() && now.inode().equals(client.inode())))
        .toList();
  }

  private List<Half> look() {
    var found =
        host.to(forwards.keySet()).stream()
            .flatMap(
                client ->
                    Optional.ofNullable(forwards.get(client.remotePort()))
                        .filter(f -> f.host().equals(client.remote()) || ALL.contains(f.host()))
                        .map(forward -> new Found(client, forward))
                        .stream())
            .toList();
    var owners =
        host.owners(found.stream().map(each -> each.client().inode()).collect(Collectors.toSet()));
    return found.stream().map(each -> half(each, owners)).toList();
  }

  private record Found(Connection client, ForwardBinding forward) {}

  private Half half(Found found, Map<String, Owner> owners) {
    var client = found.client();
    var owner = Optional.ofNullable(owners.get(client.inode()));
    var hidden = owner.isEmpty() && client.uid() != user && !client.inode().equals("0");
    return new Half(
        found.forward().guestPort(),
        client.localPort(),
        client.established(),
        client.local() + ":" + client.localPort(),
        client.inode(),
        owner.map(Owner::name).or(() -> hidden ? Optional.of(hidden(client)) : Optional.empty()),
        owner.isPresent() ? OptionalLong.of(owner.get().pid()) : OptionalLong.empty());
  }

  private static String hidden(Connection client) {
    return "not readable: user " + client.uid() + "'s";
  }

  /// What QEMU has made of clients so far, by the client's port: the state of its own connection
  /// with the guest. Clients that QEMU has not accepted yet are in no state of its.
  Map<Long, String> states(List<Half> clients) {
    var states = new HashMap<Long, String>();
    clients.forEach(client -> states.put(client.port(), WAITS));
    try {
      var ours = new HashMap<String, String>();
      for (var line : UserNetwork.parse(monitor.ask("info usernet"))) {
        if (line.protocol().equals("tcp") && forwards.containsKey(line.sourcePort())) {
          host.inode(qemu, line.descriptor()).ifPresent(inode -> ours.put(inode, line.state()));
        }
      }
      var wanted = clients.stream().map(client -> (int) client.port()).collect(Collectors.toSet());
      for (var end : new ArrayList<>(host.to(wanted))) {
        var state = ours.get(end.inode());
        if (state != null) {
          states.put((long) end.remotePort(), state);
        }
      }
    } catch (IOException e) {
      // The monitor is busy or gone: which state it is stays untold.
      states.replaceAll((port, state) -> "CONNECTED");
    }
    return states;
  }
}
