// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.TreeMap;
import trilobite.model.packet.Packet;
import trilobite.model.packet.header.Headers;
import trilobite.model.packet.header.TcpFlags;

/// Puts one end's segments in order: each byte once, the first copy counts. Segments that are ahead
/// wait for those before them, but only so many: then what is missing is said.
final class Reassembly {

  private static final int MOST_WAITING = 256;

  private final boolean fromGuest;
  private final List<StreamPiece> out;
  private final TreeMap<Long, StreamPiece> waiting = new TreeMap<>();
  private boolean begun;
  private long base;

  /// Offset in the stream of the next byte to hand on.
  private long next;

  Reassembly(boolean fromGuest, List<StreamPiece> out) {
    this.fromGuest = fromGuest;
    this.out = out;
  }

  void add(Packet packet, Headers headers) {
    if (!headers.isTcp()) {
      hand(piece(packet, headers), 0);
      return;
    }
    boolean syn = headers.has(TcpFlags.SYN);
    long first = headers.tcp().seq() + (syn ? 1 : 0);
    if (!begun) {
      begun = true;
      base = first;
    }
    var piece = piece(packet, headers);
    if (!piece.bytes().hasRemaining()) {
      return;
    }
    long offset = next + (int) (first - (base + next));
    waiting.merge(offset, piece, Reassembly::longer);
    drain();
    if (waiting.size() > MOST_WAITING) {
      skip();
    }
  }

  private StreamPiece piece(Packet packet, Headers headers) {
    var bytes = packet.bytes();
    int from = Math.clamp(headers.payload(), 0, bytes.limit());
    int size = headers.payload() < 0 ? 0 : Math.min(headers.payloadLength(), bytes.limit() - from);
    var copy = new byte[size];
    bytes.get(from, copy);
    return new StreamPiece(fromGuest, packet.number(), packet.t(), ByteBuffer.wrap(copy), 0);
  }

  private static StreamPiece longer(StreamPiece one, StreamPiece other) {
    return other.bytes().remaining() > one.bytes().remaining() ? other : one;
  }

  /// Hands on what is next.
  private void drain() {
    while (!waiting.isEmpty() && waiting.firstKey() <= next) {
      var first = waiting.pollFirstEntry();
      long known = next - first.getKey();
      var bytes = first.getValue().bytes();
      if (known < bytes.remaining()) {
        var rest = bytes.slice((int) known, bytes.remaining() - (int) known);
        var piece = first.getValue();
        hand(new StreamPiece(fromGuest, piece.number(), piece.t(), rest, 0), rest.remaining());
      }
    }
  }

  private void skip() {
    var first = waiting.pollFirstEntry();
    var piece = first.getValue();
    long missing = first.getKey() - next;
    next = first.getKey();
    hand(
        new StreamPiece(fromGuest, piece.number(), piece.t(), piece.bytes(), missing),
        piece.bytes().remaining());
    drain();
  }

  private void hand(StreamPiece piece, long more) {
    next += more;
    if (piece.bytes().hasRemaining()) {
      out.add(piece);
    }
  }

  /// Nothing comes any more.
  void end() {
    while (!waiting.isEmpty()) {
      skip();
    }
  }
}
