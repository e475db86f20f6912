// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.command.LaunchPlan;
import trilobite.model.command.QemuCommand;
import trilobite.model.project.Forward;
import trilobite.model.project.Network;
import trilobite.model.project.Target;
import trilobite.model.run.Accelerator;
import trilobite.model.run.ForwardBinding;
import trilobite.runner.guard.Guard;
import trilobite.runner.live.RawNetwork.Segment;
import trilobite.runner.net.Doors;
import trilobite.runner.net.FreePorts;
import trilobite.runner.place.RuntimeFolders;
import trilobite.runner.qmp.QmpClient;
import trilobite.runner.thread.Threads;

/// With the command line that every run has, a guest that speaks any frame it likes reaches nothing
/// of the host's, while the host's forwards reach the guest.
@Tag("qemu")
class RestrictTest {

  @TempDir Path folder;
  private Path sockets;
  private Guard guard;
  private RawNetwork network;
  private final LinkedBlockingQueue<Segment> came = new LinkedBlockingQueue<>();

  @BeforeEach
  void sockets() throws IOException {
    sockets = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    new TinyGuest().print("up").echo().at(folder.resolve("tiny.elf"));
  }

  @AfterEach
  void end() throws IOException {
    guard.close();
    RuntimeFolders.remove(sockets);
  }

  /// Starts QEMU as a run does, but takes the host side of its network for ourselves.
  private void boot(boolean outbound, List<ForwardBinding> forwards) throws Exception {
    var target =
        new Target(
            "default",
            "x86_64",
            "microvm",
            "tcg",
            "max",
            "16M",
            1,
            Optional.of("tiny.elf"),
            Optional.empty(),
            "",
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            new Network("user", List.of(), List.of(), outbound));
    var plan =
        new LaunchPlan(
            "qemu-system-x86_64",
            "raw",
            folder,
            sockets,
            new Accelerator("tcg", "a test"),
            forwards,
            false);
    try (var doors =
        Doors.listen(sockets, List.of("qmp.sock", "console.sock", "nic.sock", "net.sock"))) {
      guard = Guard.start(QemuCommand.of(target, plan).words(), folder);
      var qmp = QmpClient.open(doors.accept("qmp.sock"), event -> {}, QmpClient.PATIENCE);
      doors.accept("console.sock");
      doors.accept("nic.sock");
      network = new RawNetwork(doors.accept("net.sock"));
      qmp.execute("cont");
    }
    Threads.waiting("raw-network", this::listen);
    network.announce();
  }

  private void listen() {
    try {
      for (var next = network.next(); next.isPresent(); next = network.next()) {
        came.add(next.get());
      }
    } catch (IOException e) {
      // QEMU has ended.
    }
  }

  private Segment segment() throws InterruptedException {
    var segment = came.poll(20, TimeUnit.SECONDS);
    assertThat(segment).as("a segment").isNotNull();
    return segment;
  }

  private static ForwardBinding forward() throws IOException {
    int port = FreePorts.near(new Forward("tcp", "127.0.0.1", 0, 80));
    return new ForwardBinding("tcp", "127.0.0.1", port, 80);
  }

  @Test
  void theHostsLoopbackIsOutOfReachWhileForwardsWork() throws Exception {
    var forward = forward();
    boot(false, List.of(forward));
    try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var client = new Socket()) {
      service.setSoTimeout(1);
      network.syn(RawNetwork.GATEWAY, service.getLocalPort());
      // The forward's own SYN comes after whatever the first one would have caused.
      client.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), forward.hostPort()), 20_000);

      var segment = segment();
      while (!segment.opens()) {
        assertThat(segment.accepts()).as("an answer from the host: " + segment).isFalse();
        segment = segment();
      }
      assertThat(segment.to()).isEqualTo(RawNetwork.GUEST);
      assertThat(segment.toPort()).isEqualTo(80);
      assertThatThrownBy(service::accept).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void withoutTheRestrictionTheSameFrameReachesTheHost() throws Exception {
    boot(true, List.of());
    try (var service = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      network.syn(RawNetwork.GATEWAY, service.getLocalPort());

      assertThat(segment().accepts()).isTrue();
    }
  }
}
