// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.header.TcpFlags;
import trilobite.model.packet.protocol.SeqStart;

/// The connections that a run's packets make up, kept up to date packet by packet. Bounded: those
/// that have been silent longest give way. For one thread at a time; about half a microsecond a
/// packet.
public final class FlowTable {

  /// As many as a busy guest has in some minutes; about 20 MB.
  public static final int MOST = 50_000;

  private final int most;
  private final Map<FlowKey, Flow> current = new HashMap<>();
  private final LinkedHashMap<Long, Flow> all = new LinkedHashMap<>();
  private final Map<Ends, Flow> newest = new HashMap<>();
  private final Marks marks = new Marks();
  private final LateMarks late = new LateMarks();
  private final Exchanges exchanges = new Exchanges();
  private final Ports ports = new Ports();
  private final Knocks knocks = new Knocks(this::ignored, this::answeredLate);
  private long made;
  private long forgotten;
  private long next = 1;
  private double now;
  private Optional<Listing<FlowRow>> rows = Optional.empty();

  /// The ports of a TCP connection, which say enough about one that a guest lists as well.
  private record Ends(long guestPort, long peerPort) {

    static Ends of(FlowKey key) {
      return new Ends(key.guestPort(), key.peerPort());
    }
  }

  public FlowTable() {
    this(MOST);
  }

  /// @param most how many flows to keep
  public FlowTable(int most) {
    this.most = most;
  }

  /// Takes in the next packet.
  public void add(Packet packet, Headers headers) {
    next = packet.number() + 1;
    now = packet.t();
    knocks.advance(now);
    var key = FlowKey.of(packet.direction(), headers);
    if (key.isEmpty()) {
      return;
    }
    rows = Optional.empty();
    boolean fromGuest = FlowKey.fromGuest(packet.direction(), headers);
    var flow = flow(key.get(), packet, headers, fromGuest);
    var before = flow.state();
    var mark = flow.add(packet, headers, fromGuest);
    mark.ifPresent(what -> marks.put(packet.number(), what));
    if (headers.isTcp()) {
      if (mark.isEmpty()) {
        exchanges.add(flow, packet, headers);
      }
      handshake(flow, before, packet, headers, fromGuest);
    }
  }

  /// Time passes without packets: a SYN may have waited long enough. `t` in ms of the run's clock.
  public void advance(double t) {
    if (t > now) {
      now = t;
      knocks.advance(t);
    }
  }

  private Flow flow(FlowKey key, Packet packet, Headers headers, boolean fromGuest) {
    var flow = current.get(key);
    boolean asks = headers.has(TcpFlags.SYN) && !headers.has(TcpFlags.ACK);
    if (flow != null && !(asks && !flow.side(fromGuest).repeats(headers))) {
      all.putLast(flow.id, flow);
      return flow;
    }
    var before = flow == null ? OptionalLong.empty() : OptionalLong.of(flow.id);
    var made = new Flow(++this.made, key, packet, fromGuest, before);
    current.put(key, made);
    all.put(made.id, made);
    if (key.protocol() == IpProtocol.TCP) {
      newest.put(Ends.of(key), made);
    }
    if (all.size() > most) {
      forget();
    }
    return made;
  }

  private void forget() {
    var oldest = all.pollFirstEntry().getValue();
    current.remove(oldest.key, oldest);
    newest.remove(Ends.of(oldest.key), oldest);
    knocks.forget(oldest);
    forgotten++;
  }

  /// Follows who asks for a connection and how the answer is.
  private void handshake(
      Flow flow, FlowState before, Packet packet, Headers headers, boolean fromGuest) {
    int port = flow.key.guestPort();
    boolean answers = fromGuest != flow.guestOpened;
    boolean inbound = !flow.guestOpened;
    if (headers.has(TcpFlags.SYN) && !headers.has(TcpFlags.ACK)) {
      if (inbound && flow.firstNumber() == packet.number()) {
        ports.change(port, PortRefusals::ask);
      }
      if (flow.state() == FlowState.SYN_SENT) {
        knocks.knock(flow, packet);
      }
    } else if (answers && before == FlowState.SYN_SENT) {
      knocks.answer(flow);
      if (inbound && headers.has(TcpFlags.RST)) {
        ports.change(port, refusals -> refusals.close(packet.t()));
      } else if (inbound && headers.has(TcpFlags.SYN)) {
        ports.change(port, PortRefusals::answer);
      } else if (inbound) {
        ports.change(port, refusals -> refusals.answerForAnother(packet.t()));
      }
    } else if (inbound && fromGuest && headers.has(TcpFlags.RST) && acceptedNothing(flow, before)) {
      ports.change(port, refusals -> refusals.drop(packet.t()));
    }
  }

  private static boolean acceptedNothing(Flow flow, FlowState before) {
    boolean open = before == FlowState.ESTABLISHED || before == FlowState.CLOSING;
    return open && flow.guest.payload() == 0 && !flow.guest.finished() && flow.handshake();
  }

  private void ignored(Flow flow, long number) {
    marks.put(number, PacketMark.DROPPED);
    late.add(number);
    rows = Optional.empty();
    flow.unanswered(1);
    if (!flow.guestOpened) {
      double t = now;
      ports.change(flow.key.guestPort(), r -> r.ignore(r.ignored().and(t)));
    }
  }

  private void answeredLate(Flow flow, long number) {
    marks.remove(number, PacketMark.DROPPED);
    late.add(number);
    rows = Optional.empty();
    flow.unanswered(-1);
    if (!flow.guestOpened) {
      ports.change(flow.key.guestPort(), r -> r.ignore(r.ignored().less()));
    }
  }

  /// Number of the packet to add next.
  public long next() {
    return next;
  }

  /// The flow that a packet belongs to, where it is still known.
  public OptionalLong flowOf(Packet packet, Headers headers) {
    var flow = find(packet, headers);
    return flow == null ? OptionalLong.empty() : OptionalLong.of(flow.id);
  }

  private @Nullable Flow find(Packet packet, Headers headers) {
    var flow = FlowKey.of(packet.direction(), headers).map(current::get).orElse(null);
    while (flow != null && packet.number() < flow.firstNumber()) {
      flow = flow.before.isPresent() ? all.get(flow.before.getAsLong()) : null;
    }
    return flow;
  }

  /// Where the sequence numbers of a packet's connection began.
  public SeqStart base(Packet packet, Headers headers) {
    var flow = headers.isTcp() ? find(packet, headers) : null;
    return flow == null ? SeqStart.NONE : flow.base(FlowKey.fromGuest(packet.direction(), headers));
  }

  public Optional<PacketMark> mark(long number) {
    return marks.of(number);
  }

  /// Marks that came or went behind [#next()].
  ///
  /// @param seen what the last answer said to go on with, or 0
  /// @param most how many changes at most
  public MarkChanges marksSince(long seen, int most) {
    return late.since(seen, most);
  }

  /// The answer that a packet begins, with its request.
  public Optional<Exchange> answeredBy(long number) {
    return exchanges.answeredBy(number);
  }

  /// The first packet at or behind `number` that has a mark.
  public Optional<Long> nextMarked(long number) {
    return marks.next(number);
  }

  /// In the order in which they began. The same listing until a flow comes, changes or goes, and of
  /// flows that did not change the same rows: who shows them looks several times a second.
  public Listing<FlowRow> rows() {
    var listing = rows.orElseGet(this::listing);
    rows = Optional.of(listing);
    return listing;
  }

  private Listing<FlowRow> listing() {
    var rows = new ArrayList<FlowRow>(all.size());
    var texts = new HashMap<Address, String>();
    all.values().stream()
        .sorted((one, other) -> Long.compare(one.id, other.id))
        .forEach(flow -> rows.add(flow.row(at -> texts.computeIfAbsent(at, Address::toString))));
    return new Listing<>(
        Collections.unmodifiableList(rows),
        forgotten == 0
            ? Optional.empty()
            : Optional.of(forgotten + " flows that were silent longest have given way"));
  }

  public Optional<FlowRow> row(long id) {
    return Optional.ofNullable(all.get(id)).map(flow -> flow.row(Address::toString));
  }

  /// The newest TCP connection between two ports, which are used again: at once, however many there
  /// are.
  public Optional<FlowRow> row(long guestPort, long peerPort) {
    return Optional.ofNullable(newest.get(new Ends(guestPort, peerPort)))
        .map(flow -> flow.row(Address::toString));
  }

  /// How each port of the guest's answered, by port.
  public List<PortRefusals> refusals() {
    return ports.list();
  }
}
