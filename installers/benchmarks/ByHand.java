// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// QEMU as a person would start it from a shell: the very command line of a run, in a folder of its
/// own on the same tmpfs, with somebody on the other end of each of its sockets, and without `-S`,
/// because nobody would say `cont`. Nothing of Trilobite is between the command and the guest.
final class ByHand implements AutoCloseable {

  /// An idle shell tells the time and becomes QEMU: what a JVM needs to start a process is not the
  /// person's.
  private static final String SHELL = "echo \"$EPOCHREALTIME\"; exec \"$@\"";

  private record Door(String name, ServerSocketChannel server) {}

  private final Path folder;
  private final List<SocketChannel> channels = new ArrayList<>();
  private Process qemu;
  private double firstByteMillis;

  private ByHand(Path folder) {
    this.folder = folder;
  }

  /// Starts QEMU and returns when the guest's first serial byte has come.
  ///
  /// @param words a run's command line
  /// @param runtime the runtime folder in it
  static ByHand start(List<String> words, Path runtime, Path project) throws IOException {
    var only = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var hand = new ByHand(Files.createTempDirectory(runtime.getParent(), "hand", only));
    try {
      hand.run(words, runtime, project);
      return hand;
    } catch (IOException | RuntimeException e) {
      hand.close();
      throw e;
    }
  }

  private void run(List<String> words, Path runtime, Path project) throws IOException {
    var command = new ArrayList<>(List.of("bash", "-c", SHELL, "by-hand"));
    for (var word : words) {
      if (!word.equals("-S")) {
        command.add(word.replace(runtime.toString(), folder.toString()));
      }
    }
    var doors = new ArrayList<Door>();
    for (var name : List.of("qmp.sock", "console.sock", "nic.sock", "net.sock")) {
      var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      doors.add(new Door(name, server.bind(UnixDomainSocketAddress.of(folder.resolve(name)), 1)));
    }
    qemu = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true).start();
    for (var door : doors) {
      // Those that its command line does not name are not come to.
      if (command.stream().anyMatch(word -> word.contains(door.name()))) {
        channels.add(door.server().accept());
      }
      door.server().close();
    }
    var console = channels.get(1);
    if (console.read(ByteBuffer.allocateDirect(4096)) < 0) {
      throw new IOException("QEMU by hand ended without a word");
    }
    var now = Instant.now();
    // A guest stands still while nobody reads its console.
    Thread.ofPlatform().daemon(true).start(() -> drain(console));
    // Seconds and microseconds.
    var told = qemu.inputReader(StandardCharsets.US_ASCII).readLine().split("[.,]", 2);
    var begun = Instant.ofEpochSecond(Long.parseLong(told[0]), Long.parseLong(told[1]) * 1000);
    firstByteMillis = Duration.between(begun, now).toNanos() / 1e6;
  }

  private static void drain(SocketChannel console) {
    var into = ByteBuffer.allocateDirect(1 << 16);
    try {
      while (console.read(into.clear()) >= 0) {
        // It is nobody's to look at.
      }
    } catch (IOException e) {
      // It is over.
    }
  }

  /// The runtime folder in a run's command line.
  static Path runtimeOf(List<String> words) {
    var mark = "mem-path=";
    var ram = words.stream().filter(word -> word.contains(mark)).findFirst().orElseThrow();
    return Path.of(ram.substring(ram.indexOf(mark) + mark.length()).split(",", 2)[0]).getParent();
  }

  /// From the shell's exec of QEMU to the guest's first byte.
  double firstByteMillis() {
    return firstByteMillis;
  }

  Process process() {
    return qemu;
  }

  @Override
  public void close() throws IOException {
    if (qemu != null) {
      qemu.destroyForcibly().onExit().join();
    }
    for (var channel : channels) {
      channel.close();
    }
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
