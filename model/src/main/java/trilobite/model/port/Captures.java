// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.layer.Layer;
import trilobite.model.run.RunId;

/// Capture files from anywhere, and the other programs that read packets. All calls may block.
public interface Captures {

  /// Programs of others that show packets.
  enum Reader {
    WIRESHARK("wireshark", "Wireshark"),
    TSHARK("tshark", "tshark");

    private final String program;
    private final String words;

    Reader(String program, String words) {
      this.program = program;
      this.words = words;
    }

    /// Its command, which in Debian is its package too.
    public String program() {
      return program;
    }

    public String words() {
      return words;
    }
  }

  /// A pcap or pcapng file of Ethernet frames, whoever wrote it. Its clock begins at its first
  /// packet; which way a packet went is known where the file says so, as those do that Trilobite
  /// exports.
  ///
  /// @throws IOException where there is no such file or it is no capture; the message is fit for
  ///   people
  PacketLog open(Path file) throws IOException;

  /// What is to be done before a program can be used, in one sentence; empty where it is there.
  Optional<String> missing(Reader reader);

  /// Where a run's packets are written for Wireshark to read: a file in the run's folder, which
  /// goes when the run does. The next one takes its place; a Wireshark that has it open keeps the
  /// old.
  Path snapshot(RunId run) throws IOException;

  /// Starts Wireshark on a file; it lives on without us.
  ///
  /// @throws IOException where it cannot be started or fails at once
  void wireshark(Path file) throws IOException;

  /// What tshark makes of a packet, as layers; some tenths of a second. Places of fields are those
  /// in the packet; what tshark put together from several packets has none. Without names from the
  /// network and without the user's own settings and scripts, under limits of time, memory and
  /// output. Cancel ends it.
  ///
  /// @param packets of one connection in order, those before it first; the last one is decoded
  /// @throws IOException where tshark is not here, or cannot tell; the message is fit for people
  List<Layer> deep(List<Packet> packets, JobContext context)
      throws IOException, InterruptedException;
}
