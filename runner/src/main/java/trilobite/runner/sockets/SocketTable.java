// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;
import trilobite.model.guest.CounterRow;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.runner.sockets.HostHalves.Half;
import trilobite.runner.threads.Waiters.Waiter;
import trilobite.runner.walk.Snapshot;

/// A guest's sockets as tables, reading after reading. What only time tells is remembered between
/// readings: ages, the widest windows, who used a socket last, since when a listener is full. One
/// thread at a time.
public final class SocketTable {

  private final StackPlan plan;
  private final Snapshot.Source source;
  private final LongUnaryOperator millis;
  private final Users users;
  private final HostHalves halves;
  private final PacketFacts packets;
  private final Map<String, Long> widest = new HashMap<>();
  private final Map<String, Long> roomiest = new HashMap<>();
  private final Fullness fullness = new Fullness();
  private Map<Endpoint.Key, Long> born = new HashMap<>();
  private boolean first = true;

  /// What is joined to the stack's own lists: the kernel's threads, the host's sockets, the
  /// packets.
  record Joined(Users users, HostHalves halves, PacketFacts packets) {}

  /// @param millis from the host's clock in nanoseconds to the run's in ms
  SocketTable(StackPlan plan, Snapshot.Source source, LongUnaryOperator millis, Joined joined) {
    this.plan = plan;
    this.source = source;
    this.millis = millis;
    this.users = joined.users();
    this.halves = joined.halves();
    this.packets = joined.packets();
  }

  /// The sockets of one moment and who uses them.
  private record Moment(
      List<Endpoint> sockets, Optional<String> cut, Map<Endpoint.Key, Waiter> users, long now) {}

  private Moment look() throws IOException {
    var seen = new SocketReader(plan, source).read();
    var now = millis.applyAsLong(source.nanos().getAsLong());
    remember(seen.rows(), now);
    return new Moment(seen.rows(), seen.cut(), users.of(seen.rows()), now);
  }

  private void remember(List<Endpoint> sockets, long now) {
    var kept = new HashMap<Endpoint.Key, Long>();
    for (var socket : sockets) {
      socket.receiveRoom().ifPresent(room -> widest.merge(socket.protocol(), room, Math::max));
      socket.sendRoom().ifPresent(room -> roomiest.merge(socket.protocol(), room, Math::max));
      // What was there before we looked began at a time that nobody knows.
      var since = Optional.ofNullable(born.get(socket.key())).orElse(first ? -1 : now);
      kept.put(socket.key(), since);
    }
    born = kept;
    first = false;
  }

  /// The listeners.
  ///
  /// @throws IOException where the stack's lists cannot be read, or were torn each time
  public synchronized Listing<ListenerRow> listeners() throws IOException {
    var moment = look();
    var rows =
        moment.sockets().stream()
            .filter(Endpoint::listens)
            .map(listener -> listener(listener, moment))
            .toList();
    return new Listing<>(rows, moment.cut());
  }

  private ListenerRow listener(Endpoint socket, Moment moment) {
    var port = socket.key().localPort();
    var user = Optional.ofNullable(moment.users().get(socket.key()));
    var stream = socket.protocol().equals("tcp");
    var refusals = packets.refusals(port);
    var full = full(socket);
    var lonely = full && lonely(moment).stream().anyMatch(h -> h.guestPort() == port);
    var state = fullness.see(socket.key(), full, lonely, refusals, moment.now());
    return new ListenerRow(
        socket.protocol(),
        spelled(socket.key().local(), port),
        port,
        user.map(Waiter::name),
        user.isPresent() ? OptionalLong.of(user.get().id()) : OptionalLong.empty(),
        socket.backlog(),
        socket.backlogLimit(),
        socket.queued(),
        socket.room(),
        stream ? OptionalLong.of(halfOpen(socket, moment.sockets())) : OptionalLong.empty(),
        socket.taken(),
        state.syns(),
        state.others(),
        refusals.isPresent() ? OptionalLong.of(refusals.get().reset()) : OptionalLong.empty(),
        refusals.isPresent() ? OptionalLong.of(refusals.get().old()) : OptionalLong.empty(),
        state.word(),
        state.since(),
        stream ? OptionalLong.empty() : socket.receive(),
        stream ? OptionalLong.empty() : socket.receiveLimit(),
        socket.key().address());
  }

  private static boolean full(Endpoint socket) {
    return reached(socket.backlog(), socket.backlogLimit())
        || reached(socket.queued(), socket.room())
        || reached(socket.receive(), socket.receiveLimit());
  }

  private static boolean reached(OptionalLong used, OptionalLong limit) {
    return used.isPresent()
        && limit.isPresent()
        && limit.getAsLong() > 0
        && used.getAsLong() >= limit.getAsLong();
  }

  private static long halfOpen(Endpoint listener, List<Endpoint> sockets) {
    return sockets.stream()
        .filter(socket -> socket.state().equals("SYN_RCVD"))
        .filter(
            socket ->
                socket.listener() == 0
                    ? socket.key().localPort() == listener.key().localPort()
                    : socket.listener() == listener.key().address())
        .count();
  }

  /// The connections, first those that the guest has.
  ///
  /// @throws IOException where the stack's lists cannot be read, or were torn each time
  public synchronized Listing<SocketRow> sockets() throws IOException {
    var moment = look();
    var clients = new HashMap<String, Half>();
    halves.read().forEach(half -> clients.put(name(half.guestPort(), half.port()), half));
    var rows = new ArrayList<SocketRow>();
    for (var socket : moment.sockets()) {
      if (!socket.listens()) {
        var key = socket.key();
        var half = Optional.ofNullable(clients.get(name(key.localPort(), key.remotePort())));
        rows.add(socket(socket, half, moment));
      }
    }
    var lonely = lonely(moment);
    if (!lonely.isEmpty()) {
      var states = halves.states();
      lonely.forEach(half -> rows.add(alone(half, states.getOrDefault(half.port(), "CONNECTED"))));
    }
    return new Listing<>(List.copyOf(rows), moment.cut());
  }

  /// Clients that believe to be connected to a guest that knows nothing of them.
  private List<Half> lonely(Moment moment) {
    var known =
        moment.sockets().stream()
            .map(socket -> name(socket.key().localPort(), socket.key().remotePort()))
            .collect(Collectors.toSet());
    return halves.lonely(half -> known.contains(name(half.guestPort(), half.port())));
  }

  private static String name(long guestPort, long port) {
    return guestPort + " " + port;
  }

  private SocketRow socket(Endpoint socket, Optional<Half> half, Moment moment) {
    var key = socket.key();
    var user = Optional.ofNullable(moment.users().get(key));
    var began = packets.begun(key.localPort(), key.remotePort());
    var seen = born.getOrDefault(key, -1L);
    return new SocketRow(
        socket.protocol(),
        socket.state(),
        spelled(key.local(), key.localPort()),
        key.localPort(),
        spelled(key.remote(), key.remotePort()),
        key.remotePort(),
        half.flatMap(Half::peer),
        half.isPresent() ? half.get().pid() : OptionalLong.empty(),
        half.map(Half::socket),
        half.isPresent() ? SocketRow.BOTH : SocketRow.GUEST,
        queue(socket, socket.receive(), socket.receiveRoom(), widest),
        queue(socket, socket.send(), socket.sendRoom(), roomiest),
        socket.retransmits(),
        packets.rtt(key.localPort(), key.remotePort()),
        began.isPresent()
            ? OptionalLong.of(Math.max(0, moment.now() - began.getAsLong()))
            : seen < 0 ? OptionalLong.empty() : OptionalLong.of(moment.now() - seen),
        user.map(Waiter::name),
        user.isPresent() ? OptionalLong.of(user.get().id()) : OptionalLong.empty(),
        socket.unaccepted(),
        key.address());
  }

  private static OptionalLong queue(
      Endpoint socket, OptionalLong bytes, OptionalLong room, Map<String, Long> most) {
    if (socket.quiet()) {
      return OptionalLong.of(0);
    }
    return room.isPresent()
        ? OptionalLong.of(most.getOrDefault(socket.protocol(), 0L) - room.getAsLong())
        : bytes;
  }

  private static SocketRow alone(Half half, String state) {
    return new SocketRow(
        "tcp",
        state,
        "–:" + half.guestPort(),
        half.guestPort(),
        "–:" + half.port(),
        half.port(),
        half.peer(),
        half.pid(),
        Optional.of(half.socket()),
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

  private static String spelled(Host host, long port) {
    var text = host.text();
    return (text.contains(":") ? "[" + text + "]" : text) + ":" + port;
  }

  /// What the stack counts for all sockets together.
  ///
  /// @throws IOException where it cannot be read
  public Listing<CounterRow> counters() throws IOException {
    var rows = new ArrayList<CounterRow>();
    for (var counter : plan.counters()) {
      rows.add(
          new CounterRow(
              counter.told().name(),
              counter.at().read(source.memory(), counter.address()),
              counter.told().about()));
    }
    return new Listing<>(List.copyOf(rows), Optional.empty());
  }
}
