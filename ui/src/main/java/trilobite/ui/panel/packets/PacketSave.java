// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import trilobite.model.packet.export.PcapNg;
import trilobite.ui.chart.SafeFile;

/// The list as a pcapng file: what the filter passes, each packet with its mark as a comment.
final class PacketSave {

  private PacketSave() {}

  /// Blocks. The file is there whole or not at all.
  ///
  /// @param name of the run, such as `run 19`
  /// @return how many packets it has
  static long write(PacketStore store, String name, Path file) throws IOException {
    var count = new long[1];
    SafeFile.write(
        file,
        stream -> {
          var out = new BufferedOutputStream(stream);
          var filter = store.filter().text();
          var pcap =
              new PcapNg(
                  out,
                  "Trilobite, packets of "
                      + name
                      + (filter.isEmpty() ? "" : " that pass: " + filter),
                  new PcapNg.Card("net0", "network card of " + name + ", seen by the relay"));
          store.each(
              (packet, mark) -> {
                pcap.write(packet, mark);
                count[0]++;
              });
          out.flush();
        });
    return count[0];
  }
}
