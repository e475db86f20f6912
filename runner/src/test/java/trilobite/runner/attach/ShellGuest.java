// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.attach;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import trilobite.runner.Waiting;
import trilobite.runner.qmp.QmpClient;

/// The demo guest in a QEMU that a plain shell script starts, as people do without Trilobite.
final class ShellGuest implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  final Path folder;
  final Path image;
  final Process qemu;
  private final int port;

  /// @param more words for QEMU; `$D` is the folder
  ShellGuest(Path folder, String more) throws IOException, InterruptedException {
    this(folder, "", more);
  }

  /// @param before words in front of QEMU's, such as another user's
  ShellGuest(Path folder, String before, String more) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    this.image = folder.resolve("tidepool.elf");
    try (InputStream bytes =
        ShellGuest.class.getClassLoader().getResourceAsStream("guest/prebuilt/tidepool.elf")) {
      Files.copy(Objects.requireNonNull(bytes, "the demo guest"), image);
    }
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var script = folder.resolve("start.sh");
    Files.writeString(
        script,
        """
        #!/bin/sh
        D=%s
        exec %s qemu-system-x86_64 -name shelly -M q35 -accel tcg -cpu max -m 64M \\
          -nodefaults -display none -no-reboot -kernel "$D/tidepool.elf" \\
          -append "--port 80 --workers 4" -netdev user,id=n,hostfwd=tcp:127.0.0.1:%d-:80 \\
          -device virtio-net-pci,netdev=n %s
        """
            .formatted(folder, before, port, more));
    qemu =
        new ProcessBuilder("sh", script.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile())
            .start();
    Waiting.until("the guest answers", () -> !qemu.isAlive() || answers());
    if (!qemu.isAlive()) {
      throw new IOException("QEMU ended: " + Files.readString(folder.resolve("said")));
    }
  }

  private boolean answers() {
    try {
      truth("heap");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  long pid() {
    return qemu.pid();
  }

  /// What the guest says of itself.
  JsonNode truth(String what) throws IOException {
    return JSON.readTree(ask("GET", "/truth/" + what));
  }

  void perform(String words) throws IOException {
    ask("POST", "/do/" + words);
  }

  private String ask(String method, String path) throws IOException {
    var url = URI.create("http://127.0.0.1:" + port + path).toURL();
    var connection = (HttpURLConnection) url.openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(5_000);
    connection.setReadTimeout(20_000);
    try (var in = connection.getInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Somebody else's client of a QMP socket.
  QmpClient client(String socket) throws IOException {
    var channel = SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve(socket)));
    return QmpClient.open(channel, event -> {}, QmpClient.PATIENCE);
  }

  @Override
  public void close() {
    qemu.destroyForcibly();
  }
}
