// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import trilobite.model.reach.Reach;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Source;
import trilobite.runner.capture.DumpTail;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.relay.PacketFile;
import trilobite.runner.relay.RelayCounters;

/// Listens to the networks of a guest that somebody else started: nothing of it passes us.
final class TapWire implements Wire {

  /// Why nothing can be sent.
  static final String UNSENT =
      "This guest's network belongs to the command that started it: its packets are seen, but none"
          + " is sent.";

  /// Why nothing more is put into QEMU.
  static final String SEEN = "Its packets are seen as far as its QEMU lets them be.";

  static final Source SOURCE =
      new Source(Source.Kind.HOST, "Ethernet frames that QEMU's filter-dump wrote down");

  private static final int ADDRESS = 6;

  private final List<Path> dumps;
  private final PacketFile packets;
  private final Set<Long> guest;
  private final List<DumpTail> tails = new ArrayList<>();
  private final AtomicLong rxPackets = new AtomicLong();
  private final AtomicLong txPackets = new AtomicLong();
  private final AtomicLong rxBytes = new AtomicLong();
  private final AtomicLong txBytes = new AtomicLong();

  /// @param dumps files that QEMU writes
  /// @param guest hardware addresses of the guest's cards
  TapWire(List<Path> dumps, Set<Long> guest, PacketFile packets) {
    this.dumps = dumps;
    this.packets = packets;
    this.guest = guest;
    dumps.forEach(dump -> tails.add(new DumpTail(dump, this::frame)));
  }

  /// One frame at a time goes on, whichever network it is of.
  private synchronized void frame(long nanos, ByteBuffer bytes, int from, int length) {
    boolean sent = length >= 2 * ADDRESS && guest.contains(address(bytes, from + ADDRESS));
    (sent ? txPackets : rxPackets).incrementAndGet();
    (sent ? txBytes : rxBytes).addAndGet(length);
    packets.frame(nanos, !sent, bytes, from, length);
  }

  private static long address(ByteBuffer bytes, int at) {
    long address = 0;
    for (int i = 0; i < ADDRESS; i++) {
      address = (address << 8) | (bytes.get(at + i) & 0xff);
    }
    return address;
  }

  @Override
  public RelayCounters counters() {
    return new RelayCounters(rxPackets.get(), txPackets.get(), rxBytes.get(), txBytes.get(), 0);
  }

  @Override
  public Source source() {
    return SOURCE;
  }

  @Override
  public Reach reach(RunSheet sheet, Qmp qmp) {
    return probe -> Measured.unknown(UNSENT);
  }

  @Override
  public void close() {
    tails.forEach(DumpTail::close);
    packets.close();
    dumps.forEach(TapWire::discard);
  }

  /// What was in it is among the packets of the run.
  private static void discard(Path dump) {
    try {
      Files.deleteIfExists(dump);
    } catch (IOException e) {
      // It is left beside them.
    }
  }
}
