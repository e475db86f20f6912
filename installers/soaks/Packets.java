// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import trilobite.model.packet.Packet;
import trilobite.model.packet.PacketLog;
import trilobite.runner.Runner;
import trilobite.runner.capture.RecordedPackets;

/// A guest that sends and receives a million packets, or as many as the time allows: what we keep
/// of them equals QEMU's own dump, frame by frame, each way in order, and none is lost.
final class Packets {

  private static final long WANTED = 1_000_000;
  private static final byte[] CARD = {0x52, 0x54, 0, 0x12, 0x34, 0x56};

  private Packets() {}

  public static void main(String[] args) throws Exception {
    long end = System.nanoTime() + Long.parseLong(args[0]) * 1_000_000_000L;
    boolean fine;
    long count;
    try (var workbench = Runner.open(System.getenv())) {
      workbench.settings().put("packets.limit", "8G");
      var folder = Place.demo(workbench);
      var dump = Files.createDirectories(Place.home().resolve("dump"));
      dump(folder.resolve("trilobite.toml"), dump.resolve("packets.pcap"));
      var guest = Place.boot(workbench, folder, "default");
      int port = guest.status().forwards().getFirst().hostPort();
      while (guest.packets().span().count() < WANTED && System.nanoTime() < end) {
        download(URI.create("http://127.0.0.1:" + port + "/bytes/50000"));
      }
      guest.stop();
      var kept = workbench.history().packets(guest.status().id());
      var span = kept.span();
      var theirs = new RecordedPackets(dump, () -> false);
      count = span.count();
      fine =
          span.missed() == 0
              && span.evicted() == 0
              && count == theirs.span().count()
              && hashes(kept, true).equals(hashes(theirs, true))
              && hashes(kept, false).equals(hashes(theirs, false));
      System.out.printf(
          "       %d packets kept, %d missed, %d in QEMU's dump%n",
          count, span.missed(), theirs.span().count());
    }
    System.out.printf("packets %d: %s%n", count, fine ? "ok" : "SOME ARE LOST OR DIFFER");
    System.exit(fine ? 0 : 1);
  }

  /// Lets QEMU write down what passes its own end of the network card.
  private static void dump(Path project, Path file) throws IOException {
    var text = Files.readString(project);
    var object = "filter-dump,id=dump,netdev=nic0,maxlen=65536,file=" + file;
    var line = "\nqemu = [\"-object\", \"" + object + "\"]\n";
    Files.writeString(project, text.replaceFirst("(?m)^\\[target\\.default]\\n", "$0" + line));
  }

  private static void download(URI bytes) throws IOException {
    try (var in = bytes.toURL().openStream()) {
      in.transferTo(OutputStream.nullOutputStream());
    }
  }

  /// Of the frames that went one way, told by the card that sent them.
  private static List<Long> hashes(PacketLog log, boolean fromGuest) {
    var hashes = new ArrayList<Long>();
    log.span();
    log.read(
        1,
        Integer.MAX_VALUE,
        packet -> {
          if (fromGuest == sentByCard(packet)) {
            hashes.add(((long) packet.length() << 32) + packet.bytes().hashCode());
          }
        });
    return hashes;
  }

  private static boolean sentByCard(Packet packet) {
    return packet.bytes().limit() >= 12
        && packet.bytes().slice(6, 6).equals(ByteBuffer.wrap(CARD));
  }
}
