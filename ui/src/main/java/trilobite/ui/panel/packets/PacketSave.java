// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import trilobite.model.job.JobContext;
import trilobite.model.packet.export.PcapNg;
import trilobite.model.packet.flow.PacketMark;
import trilobite.ui.chart.SafeFile;

/// Packets of the list as a pcapng file, each with its mark as a comment.
///
/// @param name of the run, such as `run 19`
/// @param some which of those that the filter passes
record PacketSave(PacketStore store, String name, Selected some) {

  private static final int BUFFER = 1 << 20;

  /// Blocks; a million packets take some seconds. The file is there whole or not at all.
  ///
  /// @param context hears how far it is; its cancel leaves no file behind
  /// @return how many packets it has
  long write(Path file, JobContext context) throws IOException {
    var count = new long[1];
    SafeFile.write(
        file,
        stream -> {
          var out = new BufferedOutputStream(stream, BUFFER);
          var pcap = begin(out);
          new PacketWalk(store.log(), context)
              .each(
                  store.numbers(some),
                  packet -> {
                    pcap.write(packet, store.table().mark(packet.number()).map(PacketMark::words));
                    count[0]++;
                  });
          out.flush();
        });
    return count[0];
  }

  private PcapNg begin(OutputStream out) throws IOException {
    var filter = store.filter().text();
    return new PcapNg(
        out,
        "Trilobite, "
            + (some.equals(Selected.ALL) ? "packets of " : "selected packets of ")
            + name
            + (filter.isEmpty() ? "" : " that pass: " + filter),
        new PcapNg.Card("net0", "network card of " + name + ", seen by the relay"));
  }
}
