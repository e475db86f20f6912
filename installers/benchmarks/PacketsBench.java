// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import trilobite.model.packet.flow.PacketTable;
import trilobite.runner.capture.PcapHead;
import trilobite.runner.capture.RecordedPackets;
import trilobite.ui.panel.packets.ScrollBench;

/// How long a capture of a million packets takes to load: to index, and to know each packet's
/// connection and marks, as the panel and `tcpdump --flows` do; and to list in full, a line each.
/// Beside it tshark on the same file, its flow table and its list, in turn with ours. Then the
/// frames of the panel's list while it moves, and the memory that it takes.
public final class PacketsBench {

  private static final int PACKETS = 1_000_000;
  private static final int CLIENTS = 500;
  private static final int TIMES = 3;

  private PacketsBench() {}

  public static void main(String[] args) throws Exception {
    var folder = Files.createTempDirectory("packets-bench");
    var file = folder.resolve("packets.pcap");
    try {
      write(file);
      boolean tshark = run("tshark", "--version") == 0;
      if (!tshark) {
        System.err.println("packets: tshark is not installed, so only our own times are printed");
      }
      figure(
          "packets load",
          "1,000,000 packets indexed and their flows known",
          () -> load(folder, false),
          tshark
              ? Optional.of(List.of("tshark", "-n", "-r", file.toString(), "-q", "-z", "conv,tcp"))
              : Optional.empty());
      figure(
          "packets list",
          "1,000,000 packets listed, a line each",
          () -> load(folder, true),
          tshark ? Optional.of(List.of("tshark", "-n", "-r", file.toString())) : Optional.empty());
      scroll(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }

  /// @param ours returns what it made, so that nothing of it can be left out
  private static void figure(
      String name, String what, LongSupplier ours, Optional<List<String>> theirs) throws Exception {
    var times = new ArrayList<Double>();
    var ratios = new ArrayList<Double>();
    for (int i = 0; i < TIMES; i++) {
      long begun = System.nanoTime();
      if (ours.getAsLong() < PACKETS) {
        throw new IllegalStateException("packets are missing");
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      times.add(seconds);
      if (theirs.isPresent()) {
        begun = System.nanoTime();
        if (run(theirs.get().toArray(String[]::new)) != 0) {
          throw new IllegalStateException("tshark failed");
        }
        ratios.add(seconds / ((System.nanoTime() - begun) / 1e9));
      }
    }
    var each = Map.<String, Object>of("ours, s", times.toString());
    if (ratios.isEmpty()) {
      new Figure(name, what, "s", Optional.empty(), Interval.of(times), TIMES, each).print();
    } else {
      var target = Target.atMost(1, 1);
      var side = what + ", against tshark";
      new Figure(
              name, side, "", Optional.of(target), Interval.ofRatios(ratios), ratios.size(), each)
          .print();
    }
  }

  /// The panel's list over the same capture: no frame over 32 ms, and what a million packets cost.
  private static void scroll(Path folder) throws Exception {
    long before = heap();
    var log = new RecordedPackets(folder, () -> false);
    var moved = ScrollBench.measure(log, 5);
    long after = heap();
    var target = Target.atMost(32, 32);
    double longest = moved.longest().millis();
    new Figure(
            "packets scroll",
            "the longest frame while a list of 1,000,000 packets is scrolled, swept and thrown",
            "ms",
            Optional.of(target),
            new Interval(longest, longest, longest),
            moved.frames().size(),
            Map.of(
                "frames over 32 ms", moved.over(32),
                "half of them within, ms", moved.at(0.5),
                "99 % of them within, ms", moved.at(0.99),
                "the JavaFX thread's own work for the longest, ms", moved.longest().work(),
                "its wait for a processor meanwhile, ms", moved.longest().waited(),
                "its own work for any, at most, ms", moved.work(),
                "frames with a row still to be read", moved.unread(),
                "memory of the list, MiB", (after - before) / (double) (1 << 20)))
        .print();
    if (log.span().count() < PACKETS) {
      throw new IllegalStateException("packets are missing");
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static long load(Path folder, boolean list) {
    var table = new PacketTable(new RecordedPackets(folder, () -> false));
    table.update(Integer.MAX_VALUE);
    long made = table.flows().rows().size();
    if (list) {
      var characters = new long[1];
      table.log().read(1, PACKETS, packet -> characters[0] += table.row(packet).info().length());
      made += characters[0];
    }
    return made + table.known();
  }

  private static int run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      return -1;
    }
  }

  /// Clients in turn, each asking over one connection and being answered with full segments: about
  /// what a web server's capture looks like.
  private static void write(Path file) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
      out.write(PcapHead.ours(0));
      var in = new long[CLIENTS];
      var back = new long[CLIENTS];
      for (int i = 0; i < PACKETS; i++) {
        int client = i / 4 % CLIENTS;
        boolean towards = i % 4 != 1 && i % 4 != 2;
        boolean first = in[client] == 0 && towards;
        int size = first || i % 4 == 3 ? 0 : i % 4 == 0 ? 120 : 700;
        int flags = first ? 2 : size == 0 ? 16 : 24;
        packet(out, i, towards, client, flags, towards ? in : back, towards ? back : in, size);
      }
    }
  }

  private static void packet(
      OutputStream out,
      int number,
      boolean towards,
      int client,
      int flags,
      long[] sent,
      long[] seen,
      int size)
      throws IOException {
    int length = 54 + size;
    var packet = ByteBuffer.allocate(PcapHead.RECORD + length);
    PcapHead.record(packet, 1_767_323_045_000_000_000L + number * 5_000L, towards, length);
    packet.order(java.nio.ByteOrder.BIG_ENDIAN);
    packet.putLong(0x525400123456525AL).putInt(0x0a000202).putShort((short) 0x0800);
    packet.put((byte) 0x45).put((byte) 0).putShort((short) (length - 14)).putInt(number << 16);
    packet.put((byte) 64).put((byte) 6).putShort((short) 0);
    packet.putInt(towards ? 0x0a000202 : 0x0a00020f).putInt(towards ? 0x0a00020f : 0x0a000202);
    packet.putShort((short) (towards ? 40_000 + client : 80));
    packet.putShort((short) (towards ? 80 : 40_000 + client));
    packet.putInt((int) sent[client]).putInt((int) seen[client]);
    packet.put((byte) 0x50).put((byte) flags).putShort((short) 0xffff).putInt(0);
    packet.put((size == 120 ? "GET /tides HTTP/1.1\r\n" : "").getBytes());
    sent[client] += size + (flags == 2 ? 1 : 0);
    out.write(packet.array());
  }
}
