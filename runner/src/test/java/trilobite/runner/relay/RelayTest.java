// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.time.HostClock;
import trilobite.model.time.RunClock;
import trilobite.runner.Waiting;

class RelayTest {

  private static final RunClock CLOCK = new RunClock(HostClock.wall(), HostClock.nanos());

  @TempDir Path folder;
  private final List<String> troubles = new CopyOnWriteArrayList<>();
  private SocketChannel guest;
  private SocketChannel host;
  private Relay relay;
  private PacketFile packets;

  @BeforeEach
  void start() throws IOException {
    var guestPair = pair("g");
    var hostPair = pair("h");
    guest = guestPair[0];
    host = hostPair[0];
    packets = new PacketFile(folder, 600, () -> CLOCK, troubles::add);
    relay = new Relay(guestPair[1], hostPair[1], packets, troubles::add);
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    packets.close();
    guest.close();
    host.close();
  }

  private SocketChannel[] pair(String name) throws IOException {
    var socket = Files.createTempDirectory("relay").resolve(name);
    try (var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      door.bind(UnixDomainSocketAddress.of(socket));
      return new SocketChannel[] {
        SocketChannel.open(UnixDomainSocketAddress.of(socket)), door.accept()
      };
    }
  }

  private static ByteBuffer frame(int length, int fill) {
    var frame = ByteBuffer.allocate(4 + length).putInt(length);
    while (frame.hasRemaining()) {
      frame.put((byte) fill);
    }
    return frame.flip();
  }

  private static ByteBuffer read(SocketChannel from, int count) throws IOException {
    var bytes = ByteBuffer.allocate(count);
    while (bytes.hasRemaining() && from.read(bytes) >= 0) {
      // Reads on.
    }
    return bytes.flip();
  }

  @Test
  void framesPassUnchangedAndAreCountedExactly() throws Exception {
    guest.write(frame(60, 1));
    guest.write(frame(1514, 2));
    host.write(frame(42, 3));

    assertThat(read(host, 4 + 60)).isEqualTo(frame(60, 1));
    assertThat(read(host, 4 + 1514)).isEqualTo(frame(1514, 2));
    assertThat(read(guest, 4 + 42)).isEqualTo(frame(42, 3));
    var exact = new RelayCounters(1, 2, 42, 60 + 1514, 0);
    Waiting.until("the counters", () -> relay.counters().equals(exact));
  }

  @Test
  void aFrameInPiecesIsOneFrame() throws Exception {
    var whole = frame(1000, 7);
    for (int i = 0; i < whole.limit(); i += 100) {
      guest.write(whole.slice(i, Math.min(100, whole.limit() - i)));
    }

    assertThat(read(host, whole.limit())).isEqualTo(whole);
    Waiting.until("the counter", () -> relay.counters().txPackets() == 1);
  }

  @Test
  void aLengthThatCannotBeCutsTheNetworkAndSaysSo() throws Exception {
    guest.write(ByteBuffer.allocate(8).putInt(0, -5));

    Waiting.until("the sentence", () -> !troubles.isEmpty());
    assertThat(troubles.getFirst()).contains("network is cut").contains("goes on");
    assertThat(host.read(ByteBuffer.allocate(1))).isEqualTo(-1);
  }

  @Test
  void packetsAreKeptInFilesThatOthersRead() throws Exception {
    for (int i = 0; i < 10; i++) {
      guest.write(frame(100, i));
      read(host, 104);
    }
    relay.close();
    packets.close();

    var newest = records(folder.resolve("packets.pcap"));
    var older = records(folder.resolve("packets.1.pcap"));
    assertThat(newest + older).isBetween(6, 10);
    assertThat(Files.size(folder.resolve("packets.1.pcap"))).isLessThan(800);
    assertThat(packets.missed()).isZero();
  }

  /// Reads a file as the pcap format says; returns how many packets it has.
  private static int records(Path file) throws IOException {
    var bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(bytes.getInt()).isEqualTo(0xa1b23c4d);
    bytes.position(24);
    int count = 0;
    while (bytes.hasRemaining()) {
      assertThat(bytes.getInt()).isPositive();
      assertThat(bytes.getInt()).isBetween(0, 999_999_999);
      int length = bytes.getInt();
      assertThat(bytes.getInt()).isEqualTo(length).isEqualTo(100);
      bytes.position(bytes.position() + length);
      count++;
    }
    return count;
  }
}
