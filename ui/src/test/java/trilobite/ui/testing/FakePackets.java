// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import trilobite.model.packet.Direction;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.PacketSpan;

/// Packets in memory, for a test to add.
public final class FakePackets implements PacketLog {

  private static final long STARTED = 1_767_323_045_678_000_000L;

  private final List<Packet> packets = new CopyOnWriteArrayList<>();
  private volatile long missed;
  private volatile long first = 1;
  private volatile boolean live = true;

  /// Adds a frame that passed at run time `t` in ms.
  public FakePackets add(double t, Direction direction, byte[] frame) {
    long number = packets.size() + 1L;
    long nanos = STARTED + Math.round(t * 1e6);
    packets.add(new Packet(number, nanos, t, direction, frame.length, ByteBuffer.wrap(frame)));
    return this;
  }

  /// Adds many at once, a millisecond apart.
  public FakePackets addAll(int count, IntFunction<byte[]> frame, Direction direction) {
    var many = new ArrayList<Packet>(count);
    for (int i = 0; i < count; i++) {
      var bytes = frame.apply(i);
      long number = packets.size() + i + 1L;
      many.add(
          new Packet(
              number,
              STARTED + i * 1_000_000L,
              i,
              direction,
              bytes.length,
              ByteBuffer.wrap(bytes)));
    }
    packets.addAll(many);
    return this;
  }

  /// So many packets were lost to the disk.
  public void miss(long count) {
    missed = count;
  }

  /// Packets before this number give way.
  public void evictBefore(long number) {
    first = number;
  }

  public FakePackets end() {
    live = false;
    return this;
  }

  @Override
  public PacketSpan span() {
    return new PacketSpan(first, packets.size() + 1L, missed, Optional.empty());
  }

  @Override
  public long read(long from, int most, Consumer<Packet> sink) {
    long next = Math.max(from, first);
    long end = Math.min(next + most, packets.size() + 1L);
    while (next < end) {
      sink.accept(packets.get((int) next++ - 1));
    }
    return next;
  }

  @Override
  public long numberAt(double t) {
    return packets.stream().filter(p -> p.t() >= t && p.number() >= first).findFirst().stream()
        .mapToLong(Packet::number)
        .findFirst()
        .orElse(packets.size() + 1L);
  }

  @Override
  public boolean live() {
    return live;
  }
}
