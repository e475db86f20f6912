// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import trilobite.model.guest.FlowRow;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.flow.FlowTrace.Answer;
import trilobite.model.packet.flow.FlowTrace.Segment;
import trilobite.model.packet.flow.FlowTrace.Stretch;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.TcpFlags;

/// Reads the packets of a connection again and puts its sequence numbers on one line.
public final class FlowTraces {

  /// Packets of a trace; a longer connection is cut, and says so.
  static final int MOST = 200_000;

  private static final int STEP = 10_000;

  /// Segments that wait for their acknowledgement; more are in flight of nobody.
  private static final int MOST_WAITING = 4096;

  private final FlowRow flow;
  private final boolean fromGuest;
  private final LongFunction<Optional<PacketMark>> marks;
  private final List<Segment> sent = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final ArrayDeque<Segment> waiting = new ArrayDeque<>();
  private long base;
  private long newest = -1;
  private long acked = -1;
  private int scale = -1;
  private boolean senderScales;
  private boolean synSeen;

  private FlowTraces(FlowRow flow, boolean fromGuest, LongFunction<Optional<PacketMark>> marks) {
    this.flow = flow;
    this.fromGuest = fromGuest;
    this.marks = marks;
  }

  /// @param fromGuest true for the guest's bytes and the peer's answers
  /// @param marks of packets by number
  /// @return an empty one for what is not TCP
  /// @throws java.io.UncheckedIOException as the log does
  public static FlowTrace read(
      PacketLog log, FlowRow flow, boolean fromGuest, LongFunction<Optional<PacketMark>> marks) {
    return new FlowTraces(flow, fromGuest, marks).read(log);
  }

  private FlowTrace read(PacketLog log) {
    if (!flow.protocol().equals("tcp")) {
      return new FlowTrace(fromGuest, List.of(), List.of(), Optional.empty());
    }
    long first = log.span().first();
    long next = Math.max(flow.firstPacket(), first);
    while (next <= flow.lastPacket() && sent.size() + answers.size() < MOST) {
      int step = (int) Math.min(STEP, flow.lastPacket() - next + 1);
      long read = log.read(next, step, this::add);
      if (read == next) {
        break;
      }
      next = read;
    }
    return new FlowTrace(fromGuest, sent, answers, cut(first, next));
  }

  private Optional<String> cut(long first, long next) {
    if (flow.firstPacket() < first) {
      return Optional.of("its beginning has given way to newer packets");
    }
    if (next <= flow.lastPacket()) {
      return Optional.of("only its first " + (sent.size() + answers.size()) + " packets are drawn");
    }
    return synSeen || answers.isEmpty()
        ? Optional.empty()
        : Optional.of("windows are drawn unscaled: the handshake is not captured");
  }

  private void add(Packet packet) {
    var headers = Headers.of(packet);
    var key = FlowKey.of(packet.direction(), headers);
    if (key.filter(k -> k.is(flow)).isEmpty() || !headers.isTcp()) {
      return;
    }
    if (FlowKey.fromGuest(packet.direction(), headers) == fromGuest) {
      send(packet, headers);
    } else if (headers.has(TcpFlags.ACK) && newest >= 0) {
      answer(packet, headers);
    } else {
      remember(packet, headers);
    }
  }

  /// A number of the sender's as bytes since its first; compared with the newest, as they wrap.
  private long line(long seq) {
    return newest + (int) (seq - (base + newest));
  }

  private void send(Packet packet, Headers headers) {
    boolean syn = headers.has(TcpFlags.SYN);
    if (newest < 0) {
      base = headers.tcp().seq();
      newest = 0;
    }
    if (syn) {
      senderScales = TcpTail.windowScale(packet, headers).isPresent();
    }
    long span =
        (long) headers.payloadLength() + (syn ? 1 : 0) + (headers.has(TcpFlags.FIN) ? 1 : 0);
    if (span == 0) {
      return;
    }
    long from = line(headers.tcp().seq());
    var segment =
        new Segment(packet.number(), packet.t(), from, from + span, marks.apply(packet.number()));
    sent.add(segment);
    if (from + span > newest) {
      newest = from + span;
      waiting.addLast(segment);
      if (waiting.size() > MOST_WAITING) {
        waiting.removeFirst();
      }
    } else {
      // Sent again: whose acknowledgement comes cannot be told any more (Karn).
      waiting.removeIf(other -> other.from() < segment.to() && segment.from() < other.to());
    }
  }

  /// The SYN of the other end tells by how much its windows are scaled.
  private void remember(Packet packet, Headers headers) {
    if (headers.has(TcpFlags.SYN)) {
      synSeen = true;
      scale = TcpTail.windowScale(packet, headers).orElse(-1);
    }
  }

  private void answer(Packet packet, Headers headers) {
    remember(packet, headers);
    long ack = line(headers.tcp().ack());
    // RFC 7323, section 2.2: scaled only if both offered it, and never in a SYN itself.
    int shift = headers.has(TcpFlags.SYN) || scale < 0 || !senderScales ? 0 : scale;
    var selective =
        TcpTail.selective(packet, headers).stream()
            .map(s -> new Stretch(line(s.from()), line(s.to())))
            .toList();
    long edge = ack + ((long) headers.tcp().window() << shift);
    answers.add(
        new Answer(packet.number(), packet.t(), ack, edge, selective, rtt(packet.t(), ack)));
  }

  private double rtt(double t, long ack) {
    double rtt = Double.NaN;
    while (!waiting.isEmpty() && waiting.getFirst().to() <= ack) {
      rtt = t - waiting.removeFirst().t();
    }
    boolean fresh = ack > acked;
    acked = Math.max(acked, ack);
    return fresh ? rtt : Double.NaN;
  }
}
