// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.shark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.packet.Packet;
import trilobite.model.packet.export.PcapNg;
import trilobite.model.packet.layer.Layer;
import trilobite.runner.process.LimitedCommand;

/// Asks tshark what a packet says. The packet is a stranger's and tshark is written in C: it gets a
/// file, a home of its own and limits, and may say what it likes.
final class Tshark {

  private static final LimitedCommand.Limits LIMITS =
      new LimitedCommand.Limits(Duration.ofSeconds(10), 2L << 30, 8 << 20);

  private final String searchPath;

  Tshark(String searchPath) {
    this.searchPath = searchPath;
  }

  List<Layer> layers(List<Packet> packets, JobContext context)
      throws IOException, InterruptedException {
    var folder = Files.createTempDirectory("trilobite-tshark-");
    var file = folder.resolve("packets.pcapng");
    try {
      write(packets, file);
      return read(ask(file, packets.size(), folder, context), packets.getLast());
    } finally {
      Files.deleteIfExists(file);
      clear(folder);
    }
  }

  private static void write(List<Packet> packets, Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      var pcap = new PcapNg(out, "one connection", new PcapNg.Card("net0", "network card"));
      for (var packet : packets) {
        pcap.write(packet, Optional.empty());
      }
    }
  }

  private LimitedCommand.Said ask(Path file, int number, Path folder, JobContext context)
      throws IOException, InterruptedException {
    var words =
        List.of(
            "tshark", "-n", "-r", file.toString(), "-T", "pdml", "-Y", "frame.number == " + number);
    return new LimitedCommand(words, folder, Map.of("PATH", searchPath), LIMITS).run(context);
  }

  private static List<Layer> read(LimitedCommand.Said said, Packet packet) throws IOException {
    if (said.full()) {
      throw new IOException("tshark said too much about this packet and was stopped.");
    }
    int begin = said.text().indexOf("<?xml");
    int end = said.text().lastIndexOf("</pdml>");
    if (said.code() != 0 || begin < 0 || end < begin) {
      var last = said.text().strip().lines().reduce("", (_, line) -> line);
      throw new IOException(
          "tshark could not read this packet within %d s (exit %d): %s"
              .formatted(LIMITS.patience().toSeconds(), said.code(), last));
    }
    var xml = said.text().substring(begin, end + "</pdml>".length());
    return new PdmlReader(packet.bytes().limit()).layers(xml);
  }

  /// It may have made settings there.
  private static void clear(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var path : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
