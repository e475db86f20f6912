// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed owner has left in a QEMU that is gone, or that somebody else speaks with. That a
/// tap is taken out of one that answers is in AttachTest.
class TapNoteTest {

  @TempDir private Path home;
  private Path run;
  private Path socket;
  private TapNote note;

  @BeforeEach
  void dump() throws IOException {
    run = Files.createDirectory(home.resolve("7"));
    socket = home.resolve("q");
    note = new TapNote(run);
    Files.writeString(run.resolve("tap0.pcap"), "frames");
    Files.writeString(run.resolve("packets.pcap"), "kept");
  }

  private void assertLeft(String... names) throws IOException {
    try (var all = Files.list(run)) {
      assertThat(all.map(each -> each.getFileName().toString())).containsExactlyInAnyOrder(names);
    }
  }

  @Test
  void aRunWithoutATapIsLeftAlone() throws IOException {
    assertThat(note.settle()).isEmpty();
    assertLeft("tap0.pcap", "packets.pcap");
  }

  @Test
  void aQemuWhoseSocketIsGoneNeedsNothing() throws IOException {
    note.write(socket);
    assertThat(note.settle())
        .hasValue("The packet filter in its QEMU is gone with its socket " + socket + ".");
    assertLeft("packets.pcap");
    assertThat(note.settle()).isEmpty();
  }

  @Test
  void aSocketOnWhichNobodyListensIsOfAQemuThatHasEnded() throws IOException {
    note.write(socket);
    listen().close();
    assertThat(note.settle().orElseThrow()).startsWith("Its QEMU has ended since");
    assertLeft("packets.pcap");
  }

  @Test
  void aSocketThatSomebodyUsesIsLeftToThemAndTheNextStartTriesAgain() throws IOException {
    note.write(socket);
    try (var qemu = listen();
        var somebody = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        var taken = qemu.accept()) {
      assertThat(somebody.isConnected() && taken.isConnected()).isTrue();
      assertThat(note.settle().orElseThrow())
          .contains("stays in QEMU for now, because somebody else is connected to " + socket)
          .contains("object-del of trilobite-attached-7-0");
    }
    assertLeft("tap0.pcap", "packets.pcap", "tapped");
  }

  @Test
  void whatSpeaksNoQmpIsToldAndTriedAgain() throws IOException {
    note.write(socket);
    try (var other = listen()) {
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  other.accept().close();
                } catch (IOException e) {
                  // It is over.
                }
              });
      assertThat(note.settle().orElseThrow()).contains("stays in QEMU for now, because ");
    }
    assertLeft("tap0.pcap", "packets.pcap", "tapped");
  }

  private ServerSocketChannel listen() throws IOException {
    var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    return server.bind(UnixDomainSocketAddress.of(socket));
  }
}
