// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.TcpFlags;

/// What one end of a TCP connection has sent. Sequence numbers wrap, so they are compared by their
/// distance (RFC 9293, section 3.4).
final class Side {

  /// How many holes are remembered; an end that leaves more is not worth the memory.
  private static final int MOST_HOLES = 16;

  /// Few connections have any.
  private List<Hole> holes = List.of();

  private boolean begun;
  private long base;
  private long next;
  private boolean finished;
  private long payload;
  private long packets;

  /// One segment at a time is timed; none that was sent twice (Karn).
  private long timedEnd = -1;

  private double timedAt;
  private double smoothed = -1;

  private record Hole(long from, long to) {}

  private static long distance(long from, long to) {
    return (int) (to - from);
  }

  long packets() {
    return packets;
  }

  /// Bytes carried, sent again or not.
  long payload() {
    return payload;
  }

  boolean begun() {
    return begun;
  }

  boolean finished() {
    return finished;
  }

  /// First sequence number.
  long base() {
    return base;
  }

  void count(Headers headers) {
    packets++;
    payload += headers.payloadLength();
  }

  /// True for a SYN that this end has sent before.
  boolean repeats(Headers headers) {
    return begun && headers.tcp().seq() == base;
  }

  /// Takes in a segment and says what is remarkable about it.
  Optional<PacketMark> sends(Headers headers, double t) {
    long seq = headers.tcp().seq();
    long span = headers.payloadLength();
    span += headers.has(TcpFlags.SYN) ? 1 : 0;
    span += headers.has(TcpFlags.FIN) ? 1 : 0;
    if (!begun) {
      begun = true;
      base = headers.has(TcpFlags.SYN) ? seq : seq - 1;
      next = seq;
    }
    if (span == 0) {
      return Optional.empty();
    }
    finished |= headers.has(TcpFlags.FIN);
    long end = (seq + span) & 0xffff_ffffL;
    long ahead = distance(next, seq);
    if (ahead >= 0) {
      if (ahead > 0) {
        remember(new Hole(next, seq));
      }
      next = end;
      time(end, t);
      return Optional.empty();
    }
    if (span == 1 && ahead == -1 && !headers.has(TcpFlags.SYN) && !headers.has(TcpFlags.FIN)) {
      return Optional.of(PacketMark.KEEP_ALIVE);
    }
    timedEnd = -1;
    boolean filled = fill(seq, end);
    if (distance(next, end) > 0) {
      next = end;
    }
    return Optional.of(filled ? PacketMark.OUT_OF_ORDER : PacketMark.RETRANSMISSION);
  }

  private void remember(Hole hole) {
    var more = new ArrayList<>(holes);
    if (more.size() == MOST_HOLES) {
      more.removeFirst();
    }
    more.add(hole);
    holes = more;
  }

  /// Takes what lies between two numbers out of the hole that it falls in.
  private boolean fill(long from, long to) {
    for (var hole : holes) {
      if (distance(hole.from, from) >= 0 && distance(to, hole.to) >= 0) {
        holes = holes.stream().filter(other -> !other.equals(hole)).toList();
        if (distance(hole.from, from) > 0) {
          remember(new Hole(hole.from, from));
        }
        if (distance(to, hole.to) > 0) {
          remember(new Hole(to, hole.to));
        }
        return true;
      }
    }
    return false;
  }

  private void time(long end, double t) {
    if (timedEnd < 0) {
      timedEnd = end;
      timedAt = t;
    }
  }

  /// The other end has acknowledged up to a number.
  void acknowledged(long ack, double t) {
    if (timedEnd >= 0 && distance(timedEnd, ack) >= 0) {
      timedEnd = -1;
      double sample = t - timedAt;
      // RFC 6298, section 2.
      smoothed = smoothed < 0 ? sample : smoothed * 7 / 8 + sample / 8;
    }
  }

  /// How long the other end takes to acknowledge, in ms.
  OptionalDouble answeredWithin() {
    return smoothed < 0 ? OptionalDouble.empty() : OptionalDouble.of(smoothed);
  }
}
