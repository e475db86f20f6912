// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.run.ForwardBinding;
import trilobite.runner.host.HostSockets;

class HostHalvesTest {

  private static final String USERNET =
      """
      Hub 0 (#net012):
        Protocol[State]    FD  Source Address  Port   Dest. Address  Port RecvQ SendQ
        TCP[HOST_FORWARD]  13       127.0.0.1  8080       10.0.2.15    80     0     0
        TCP[SYN_SENT]      25       127.0.0.1  8080       10.0.2.15    80     0     0
        UDP[236 sec]       14       10.0.2.15 12345        10.0.2.3    53     0     0
        TCP[BROKEN]  99999999999  x  80  y  80  0 0
      """;

  @Test
  void theUserNetworksLinesAreRead() {
    assertThat(UserNetwork.parse(USERNET))
        .containsExactly(
            new UserNetwork.Line("tcp", "HOST_FORWARD", 13, 8080, 80),
            new UserNetwork.Line("tcp", "SYN_SENT", 25, 8080, 80));
  }

  @Test
  void aClientOfAForwardIsFoundWithItsProcess() throws Exception {
    try (var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
        var client = new Socket(server.getInetAddress(), server.getLocalPort())) {
      var forward = new ForwardBinding("tcp", "127.0.0.1", server.getLocalPort(), 80);
      var now = new long[1];
      var halves =
          new HostHalves(new HostSockets(), 0, List.of(forward), command -> USERNET, () -> now[0]);
      var half = halves.read().getFirst();
      assertThat(half.guestPort()).isEqualTo(80);
      assertThat(half.port()).isEqualTo(client.getLocalPort());
      assertThat(half.established()).isTrue();
      assertThat(half.pid()).hasValue(ProcessHandle.current().pid());
      assertThat(half.peer()).isPresent();
      // Nobody has taken it: the kernel's own backlog holds it.
      assertThat(halves.states().get(half.port())).isEqualTo("WAITS_FOR_QEMU");
      // It may still be on its way to the guest, until the host was looked at once more.
      assertThat(halves.lonely(known -> false)).isEmpty();
      now[0] += 500_000_000;
      assertThat(halves.lonely(known -> false)).isEmpty();
      now[0] += 600_000_000;
      assertThat(halves.lonely(known -> false)).containsExactly(half);
      assertThat(halves.lonely(known -> true)).isEmpty();
      client.close();
      now[0] += 1_100_000_000;
      assertThat(halves.lonely(known -> false)).isEmpty();
    }
  }

  @Test
  void whatTakesLongToFindIsKeptLonger() throws Exception {
    try (var server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      var forward = new ForwardBinding("tcp", "127.0.0.1", server.getLocalPort(), 80);
      var now = new long[1];
      // Each look at the clock is 60 ms after the one before: so long does a look at the host take.
      var halves =
          new HostHalves(
              new HostSockets(),
              0,
              List.of(forward),
              command -> USERNET,
              () -> now[0] += 60_000_000);
      assertThat(halves.read()).isEmpty();
      try (var _ = new Socket(server.getInetAddress(), server.getLocalPort())) {
        now[0] += 2_500_000_000L;
        assertThat(halves.read()).isEmpty();
        now[0] += 500_000_000;
        assertThat(halves.read()).hasSize(1);
      }
    }
  }
}
