// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import trilobite.model.guest.FlowRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Address;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.IpProtocol;
import trilobite.model.packet.header.TcpFlags;
import trilobite.model.packet.protocol.SeqStart;

/// A connection while its packets come in.
final class Flow {

  final long id;
  final FlowKey key;
  final boolean guestOpened;
  final OptionalLong before;
  final Side guest = new Side();
  final Side peer = new Side();
  private final long firstNumber;
  private final double first;
  private FlowState state;
  private boolean handshake;
  private long request = -1;
  private double requestTime;
  private double last;
  private long lastNumber;
  private long retransmissions;
  private long outOfOrder;
  private long zeroWindows;
  private long resets;
  private long unanswered;
  private @Nullable FlowRow row;

  Flow(long id, FlowKey key, Packet first, boolean guestOpened, OptionalLong before) {
    this.id = id;
    this.key = key;
    this.firstNumber = first.number();
    this.first = first.t();
    this.guestOpened = guestOpened;
    this.before = before;
    this.state = key.protocol() == IpProtocol.TCP ? FlowState.ESTABLISHED : FlowState.ACTIVE;
  }

  FlowState state() {
    return state;
  }

  long firstNumber() {
    return firstNumber;
  }

  Side side(boolean fromGuest) {
    return fromGuest ? guest : peer;
  }

  void unanswered(int more) {
    unanswered += more;
    row = null;
  }

  /// A request begins; one that comes before the answer to the last is answered with it.
  void asked(Packet packet) {
    if (request < 0) {
      request = packet.number();
      requestTime = packet.t();
    }
  }

  /// An answer begins.
  Optional<Exchange> answered(Packet packet) {
    if (request < 0) {
      return Optional.empty();
    }
    var exchange = new Exchange(request, packet.number(), packet.t() - requestTime);
    request = -1;
    return Optional.of(exchange);
  }

  /// Takes in a packet and says what is remarkable about it.
  Optional<PacketMark> add(Packet packet, Headers headers, boolean fromGuest) {
    row = null;
    last = packet.t();
    lastNumber = packet.number();
    var sender = side(fromGuest);
    sender.count(headers);
    if (!headers.isTcp()) {
      return Optional.empty();
    }
    if (answersForAnother(headers, fromGuest)) {
      // Its numbers are of another connection.
      return Optional.of(PacketMark.OLD_CONNECTION);
    }
    if (headers.has(TcpFlags.ACK)) {
      side(!fromGuest).acknowledged(headers.tcp().ack(), packet.t());
    }
    if (headers.has(TcpFlags.RST)) {
      resets++;
      state = FlowState.RESET;
      return Optional.of(PacketMark.RESET);
    }
    var mark = sender.sends(headers, packet.t());
    advance(packet, headers, fromGuest);
    if (mark.isEmpty() && closesWindow(headers)) {
      mark = Optional.of(PacketMark.ZERO_WINDOW);
    }
    mark.ifPresent(this::count);
    return mark;
  }

  /// True where a SYN is answered by neither a SYN nor a reset.
  private boolean answersForAnother(Headers headers, boolean fromGuest) {
    return state == FlowState.SYN_SENT
        && fromGuest != guestOpened
        && !headers.has(TcpFlags.SYN)
        && !headers.has(TcpFlags.RST);
  }

  private static boolean closesWindow(Headers headers) {
    return headers.tcp().window() == 0 && !headers.has(TcpFlags.SYN) && !headers.has(TcpFlags.FIN);
  }

  private void advance(Packet packet, Headers headers, boolean fromGuest) {
    if (state.over()) {
      return;
    }
    boolean first = packet.number() == firstNumber;
    if (headers.has(TcpFlags.SYN)) {
      if (headers.has(TcpFlags.ACK)) {
        state = first || state == FlowState.SYN_SENT ? FlowState.SYN_ANSWERED : state;
      } else {
        state = first ? FlowState.SYN_SENT : state;
      }
    } else if (guest.finished() && peer.finished()) {
      state = FlowState.CLOSED;
    } else if (guest.finished() || peer.finished()) {
      state = FlowState.CLOSING;
    } else if (state == FlowState.SYN_ANSWERED && fromGuest == guestOpened) {
      state = FlowState.ESTABLISHED;
      handshake = true;
    }
  }

  /// True where the whole handshake was seen.
  boolean handshake() {
    return handshake;
  }

  private void count(PacketMark mark) {
    switch (mark) {
      case RETRANSMISSION -> retransmissions++;
      case OUT_OF_ORDER -> outOfOrder++;
      case ZERO_WINDOW -> zeroWindows++;
      case RESET, DROPPED, KEEP_ALIVE, OLD_CONNECTION -> {}
    }
  }

  /// Where the numbers of a packet's sender and receiver began.
  SeqStart base(boolean fromGuest) {
    return new SeqStart(side(fromGuest).base(), side(!fromGuest).base());
  }

  /// Milliseconds to the microsecond: what is finer is noise.
  private static double micros(double millis) {
    return Math.round(millis * 1000) / 1000.0;
  }

  private static OptionalDouble micros(OptionalDouble millis) {
    return millis.isPresent() ? OptionalDouble.of(micros(millis.getAsDouble())) : millis;
  }

  /// The flow as it is now; the same row until something of it changes.
  ///
  /// @param texts of addresses, which thousands of flows share
  FlowRow row(Function<Address, String> texts) {
    var known = row;
    if (known == null) {
      known = made(texts);
      row = known;
    }
    return known;
  }

  private FlowRow made(Function<Address, String> texts) {
    return new FlowRow(
        id,
        key.protocol() == IpProtocol.TCP ? "tcp" : "udp",
        texts.apply(key.guest()),
        key.guestPort(),
        texts.apply(key.peer()),
        key.peerPort(),
        guestOpened ? "guest" : "peer",
        state.words(),
        peer.packets(),
        guest.packets(),
        peer.payload(),
        guest.payload(),
        micros(first),
        micros(last),
        micros(peer.answeredWithin()),
        micros(guest.answeredWithin()),
        retransmissions,
        outOfOrder,
        zeroWindows,
        resets,
        unanswered,
        firstNumber,
        lastNumber,
        before);
  }
}
