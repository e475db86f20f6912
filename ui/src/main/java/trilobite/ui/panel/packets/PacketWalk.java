// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;

/// Goes through packets of a capture by their numbers: those that lie side by side are read in one
/// go. Those that are no longer kept are left out. Blocks.
record PacketWalk(PacketLog log, JobContext context) {

  private static final int STEP = 5000;

  /// Takes a packet.
  interface Taker {
    void take(Packet packet) throws IOException;
  }

  /// @param numbers ascending
  /// @throws CancellationException where the job's cancel was asked for
  void each(long[] numbers, Taker taker) throws IOException {
    for (int at = 0; at < numbers.length; ) {
      if (context.cancelled()) {
        throw new CancellationException("the packets were not read to their end");
      }
      context.progress(
          (double) at / numbers.length,
          String.format(Locale.ROOT, "%,d of %,d packets", at, numbers.length));
      at = some(numbers, at, taker);
    }
  }

  /// @return index of the number to go on with
  private int some(long[] numbers, int at, Taker taker) throws IOException {
    int end = at + 1;
    while (end < numbers.length && numbers[end] < numbers[at] + STEP) {
      end++;
    }
    int count = (int) (numbers[end - 1] - numbers[at] + 1);
    var packets = new ArrayList<Packet>(count);
    log.read(numbers[at], count, packets::add);
    int next = at;
    for (var packet : packets) {
      while (next < end && numbers[next] < packet.number()) {
        next++;
      }
      if (next < end && numbers[next] == packet.number()) {
        taker.take(packet);
      }
    }
    return end;
  }
}
