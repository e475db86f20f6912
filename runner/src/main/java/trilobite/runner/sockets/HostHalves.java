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
import java.util.function.Predicate;
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

  private static final long KEPT = 1_000_000_000;

  /// A host whose clients come and go by the thousand has as many lines of connections that are
  /// over, and takes tens of milliseconds to list them: looking is to cost a fiftieth of a core.
  private static final long COSTS_ALLOWED = 50;

  private static final long LONGEST_KEPT = 3_000_000_000L;

  /// A forward that is bound to all addresses is reached through any.
  private static final Set<String> ALL = Set.of("", "0.0.0.0", "*", "::");

  private static final String WAITS = "WAITS_FOR_QEMU";

  private final HostSockets host;
  private final long qemu;
  private final Map<Integer, ForwardBinding> forwards;
  private final Monitor monitor;
  private final LongSupplier nanos;
  private final long user;
  private Optional<Look> last = Optional.empty();
  private long kept = KEPT;
  private Map<String, Long> suspects = new HashMap<>();
  private Optional<Look> statesOf = Optional.empty();
  private Map<Long, String> states = Map.of();

  /// What was seen of the host at once.
  ///
  /// @param at on the host's clock
  /// @param ends inodes of QEMU's ends, by the client's port
  private record Look(long at, List<Half> clients, Map<Long, String> ends) {}

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

  /// All clients.
  synchronized List<Half> read() {
    return look().clients();
  }

  /// Those of the clients that believe to be connected while no socket of the guest knows them. One
  /// that has only just come may still be on its way, so it counts once the host was looked at
  /// again and has it still.
  ///
  /// @param known true for clients that the guest knows
  synchronized List<Half> lonely(Predicate<Half> known) {
    var look = look();
    var now = nanos.getAsLong();
    var still = new HashMap<String, Long>();
    var lonely = new ArrayList<Half>();
    for (var client : look.clients()) {
      if (client.established() && !known.test(client)) {
        var since = suspects.getOrDefault(client.inode(), now);
        still.put(client.inode(), since);
        if (since - look.at() < 0) {
          lonely.add(client);
        }
      }
    }
    suspects = still;
    return List.copyOf(lonely);
  }

  private Look look() {
    var now = nanos.getAsLong();
    if (last.isEmpty() || now - last.get().at() >= kept) {
      last = Optional.of(forwards.isEmpty() ? new Look(now, List.of(), Map.of()) : look(now));
      kept = Math.clamp((nanos.getAsLong() - now) * COSTS_ALLOWED, KEPT, LONGEST_KEPT);
    }
    return last.get();
  }

  private Look look(long now) {
    var all = host.with(forwards.keySet());
    var found =
        all.stream()
            .flatMap(
                client ->
                    Optional.ofNullable(forwards.get(client.remotePort()))
                        .filter(f -> f.host().equals(client.remote()) || ALL.contains(f.host()))
                        .map(forward -> new Found(client, forward))
                        .stream())
            .toList();
    var owners =
        host.owners(found.stream().map(each -> each.client().inode()).collect(Collectors.toSet()));
    var ends = new HashMap<Long, String>();
    for (var end : all) {
      if (forwards.containsKey(end.localPort())) {
        ends.put((long) end.remotePort(), end.inode());
      }
    }
    return new Look(now, found.stream().map(each -> half(each, owners)).toList(), ends);
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

  /// What QEMU has made of a client so far, by the client's port: the state of its own connection
  /// with the guest. Clients that QEMU has not accepted yet are in no state of its.
  synchronized Map<Long, String> states() {
    var look = look();
    if (statesOf.filter(look::equals).isEmpty()) {
      states = states(look);
      statesOf = Optional.of(look);
    }
    return states;
  }

  private Map<Long, String> states(Look look) {
    var ours = new HashMap<String, String>();
    try {
      for (var line : UserNetwork.parse(monitor.ask("info usernet"))) {
        if (line.protocol().equals("tcp") && forwards.containsKey(line.sourcePort())) {
          host.inode(qemu, line.descriptor()).ifPresent(inode -> ours.put(inode, line.state()));
        }
      }
    } catch (IOException e) {
      // The monitor is busy or gone: which state it is stays untold.
      return Map.of();
    }
    var found = new HashMap<Long, String>();
    for (var client : look.clients()) {
      var end = look.ends().getOrDefault(client.port(), "0");
      found.put(client.port(), ours.getOrDefault(end, WAITS));
    }
    return found;
  }
}
