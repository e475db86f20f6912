// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.FlowRow;
import trilobite.model.guest.Listing;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.header.Headers;

/// What both ends of a connection said to each other.
public final class FlowStream {

  private static final int STEP = 1000;

  private final FlowRow flow;
  private final long most;
  private final List<StreamPiece> pieces = new ArrayList<>();
  private final Reassembly guest = new Reassembly(true, pieces);
  private final Reassembly peer = new Reassembly(false, pieces);

  private FlowStream(FlowRow flow, long most) {
    this.flow = flow;
    this.most = most;
  }

  /// Reads the packets of a flow again and puts their bytes in order.
  ///
  /// @param most bytes at most, both ways together
  /// @throws java.io.UncheckedIOException as the log does
  public static Listing<StreamPiece> read(PacketLog log, FlowRow flow, long most) {
    return new FlowStream(flow, most).read(log);
  }

  private Listing<StreamPiece> read(PacketLog log) {
    long first = log.span().first();
    long next = Math.max(flow.firstPacket(), first);
    while (next <= flow.lastPacket() && bytes() < most) {
      int step = (int) Math.min(STEP, flow.lastPacket() - next + 1);
      long read = log.read(next, step, this::add);
      if (read == next) {
        break;
      }
      next = read;
    }
    guest.end();
    peer.end();
    return new Listing<>(List.copyOf(pieces), cut(first, next));
  }

  private Optional<String> cut(long first, long next) {
    if (flow.firstPacket() < first) {
      return Optional.of("its beginning has given way to newer packets");
    }
    return next <= flow.lastPacket()
        ? Optional.of("only its first " + bytes() + " bytes are shown")
        : Optional.empty();
  }

  private long bytes() {
    return pieces.stream().mapToLong(piece -> piece.bytes().remaining()).sum();
  }

  private void add(Packet packet) {
    var headers = Headers.of(packet);
    var key = FlowKey.of(packet.direction(), headers);
    if (key.filter(k -> k.is(flow)).isPresent()) {
      boolean fromGuest = FlowKey.fromGuest(packet.direction(), headers);
      (fromGuest ? guest : peer).add(packet, headers);
    }
  }
}
