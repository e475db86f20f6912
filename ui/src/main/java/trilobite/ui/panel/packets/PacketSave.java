// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.export.PcapNg;
import trilobite.model.packet.flow.PacketMark;
import trilobite.ui.chart.SafeFile;

/// The list as a pcapng file: what the filter passes, each packet with its mark as a comment.
final class PacketSave {

  private static final int STEP = 5000;
  private static final int BUFFER = 1 << 20;

  private final PacketStore store;
  private final JobContext context;
  private final PcapNg pcap;
  private long written;

  private PacketSave(PacketStore store, JobContext context, PcapNg pcap) {
    this.store = store;
    this.context = context;
    this.pcap = pcap;
  }

  /// Blocks; a million packets take some seconds. The file is there whole or not at all.
  ///
  /// @param name of the run, such as `run 19`
  /// @param context hears how far it is; its cancel leaves no file behind
  /// @return how many packets it has
  static long write(PacketStore store, String name, Path file, JobContext context)
      throws IOException {
    var count = new long[1];
    SafeFile.write(
        file,
        stream -> {
          var out = new BufferedOutputStream(stream, BUFFER);
          var filter = store.filter().text();
          var pcap =
              new PcapNg(
                  out,
                  "Trilobite, packets of "
                      + name
                      + (filter.isEmpty() ? "" : " that pass: " + filter),
                  new PcapNg.Card("net0", "network card of " + name + ", seen by the relay"));
          var save = new PacketSave(store, context, pcap);
          save.all();
          out.flush();
          count[0] = save.written;
        });
    return count[0];
  }

  /// Goes through the capture in order: packets that lie side by side are read in one go.
  private void all() throws IOException {
    var span = store.log().span();
    var chosen = store.chosen();
    long last = Math.min(span.end(), store.table().known());
    var numbers =
        chosen.isPresent() ? chosen.get() : LongStream.range(span.first(), last).toArray();
    for (int at = 0; at < numbers.length; ) {
      if (context.cancelled()) {
        throw new CancellationException("the export was cancelled");
      }
      context.progress(
          (double) at / numbers.length,
          String.format(Locale.ROOT, "%,d of %,d packets", at, numbers.length));
      at = some(numbers, at);
    }
  }

  /// @return index of the number to go on with
  private int some(long[] numbers, int at) throws IOException {
    int end = at + 1;
    while (end < numbers.length && numbers[end] < numbers[at] + STEP) {
      end++;
    }
    int count = (int) (numbers[end - 1] - numbers[at] + 1);
    var packets = new ArrayList<Packet>(count);
    store.log().read(numbers[at], count, packets::add);
    int next = at;
    for (var packet : packets) {
      while (next < end && numbers[next] < packet.number()) {
        next++;
      }
      if (next < end && numbers[next] == packet.number()) {
        pcap.write(packet, store.table().mark(packet.number()).map(PacketMark::words));
        written++;
      }
    }
    return end;
  }
}
