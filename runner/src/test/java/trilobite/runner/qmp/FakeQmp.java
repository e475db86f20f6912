// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The other end of a monitor on a Unix socket, played by a test.
final class FakeQmp implements AutoCloseable {

  static final String GREETING = "{\"QMP\": {\"version\": {}, \"capabilities\": []}}\n";

  private final SocketChannel ours;
  private final SocketChannel theirs;
  private final BufferedReader in;

  FakeQmp() throws IOException {
    Path socket = Files.createTempDirectory("qmp").resolve("s");
    try (var door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      door.bind(UnixDomainSocketAddress.of(socket));
      theirs = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      ours = door.accept();
    }
    in =
        new BufferedReader(
            new InputStreamReader(Channels.newInputStream(ours), StandardCharsets.UTF_8));
  }

  /// The end for the client under test.
  SocketChannel client() {
    return theirs;
  }

  void say(String text) throws IOException {
    var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      ours.write(bytes);
    }
  }

  String hear() throws IOException {
    return String.valueOf(in.readLine());
  }

  /// Greets, and answers the first command, so that the client is in command mode.
  void greet() {
    try {
      say(GREETING);
      hear();
      say("{\"return\": {}, \"id\": 1}\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    ours.close();
    theirs.close();
  }
}
