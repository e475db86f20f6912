// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.runner.vitals.TideGuest.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured.Known;
import trilobite.model.time.Mark;
import trilobite.model.why.Chain;
import trilobite.model.why.FullListener;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;

/// A backlog fills and SYNs drop: which port, since when, and why, by what is seen from outside.
@Tag("qemu")
class FullBacklogTest {

  private static final int CLIENTS = 24;

  @TempDir Path state;

  private static Optional<ListenerRow> web(TideGuest tide) {
    return tide.guest.eyes().see(Views.LISTENERS).value().map(Listing::rows).stream()
        .flatMap(List::stream)
        .filter(row -> row.port() == 80 && row.protocol().equals("tcp"))
        .findFirst();
  }

  private static List<SocketRow> sockets(TideGuest tide) {
    return tide.guest.eyes().see(Views.SOCKETS).value().map(Listing::rows).orElse(List.of());
  }

  private boolean tellsOfTheBacklog(Mark mark) {
    return mark.text().equals(":80 drops new connections: 16 of 16 wait for accept()");
  }

  @Test
  void theChainLeadsToTheWorkerThatKeepsTheLock() throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    var clients = new ArrayList<Socket>();
    try (var tide = new TideGuest(state, "q35", "64M", observers)) {
      await("types read", () -> tide.guest.eyes().see(Views.LISTENERS) instanceof Known);
      await("the accepting thread seen", () -> web(tide).flatMap(ListenerRow::thread).isPresent());
      assertThat(web(tide).orElseThrow().thread()).hasValue("main");
      assertThat(web(tide).orElseThrow().state()).isEqualTo(ListenerRow.OPEN);
      anOldConnectionAnswers(tide);

      tide.perform("jam");
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(client(tide, 0));
      }
      await(
          "an overflow",
          () -> web(tide).filter(row -> row.state().equals(ListenerRow.OVERFLOW)).isPresent());

      var full = web(tide).orElseThrow();
      assertThat(full.waiting()).hasValue(16);
      assertThat(full.limit()).hasValue(16);
      assertThat(full.fullSince()).isPresent();
      // The packets tell how many SYNs met a full backlog.
      await("SYNs dropped", () -> web(tide).filter(r -> r.synDropped().orElse(0) > 0).isPresent());
      await(
          "the mark", () -> tide.guest.vitals().marks().stream().anyMatch(this::tellsOfTheBacklog));
      // QEMU's list of connections is asked for once a second.
      await("those that only the host knows", () -> hostOnly(tide) >= CLIENTS - 18);
      var rows = sockets(tide);
      assertThat(rows)
          .filteredOn(SocketRow::inBacklog)
          .hasSize(16)
          .allSatisfy(row -> assertThat(row.age()).isPresent())
          .anySatisfy(row -> assertThat(row.rtt()).isPresent());
      // Each client believes to be connected; of some the guest knows nothing.
      assertThat(rows)
          .filteredOn(row -> row.halves().equals(SocketRow.HOST))
          .hasSizeGreaterThanOrEqualTo(CLIENTS - 18)
          .allSatisfy(
              row -> {
                assertThat(row.peerPid()).hasValue(ProcessHandle.current().pid());
                assertThat(row.state()).isEqualTo("SYN_SENT");
              });

      var threads = tide.guest.eyes().threads().value().orElseThrow().rows();
      var chain = FullListener.explain(full, threads);
      assertThat(chain.steps())
          .extracting(Chain.Step::kind)
          .containsExactly(Chain.Kind.FINDING, Chain.Kind.WAITS, Chain.Kind.HOLDS);
      assertThat(chain.line())
          .startsWith(":80 backlog 16 / 16 → main waits for mutex pool.lock in ")
          .contains("holds it, waits for semaphore pool.clear in keep_lock");
      assertThat(chain.steps().get(2).what()).startsWith("worker-");

      tide.guest.type("accept\r".getBytes(StandardCharsets.US_ASCII));
      await("room again", () -> web(tide).filter(row -> !row.full()).isPresent());
      await(
          "those that waited accepted",
          () -> web(tide).filter(row -> row.accepted().orElse(0) >= 16).isPresent());
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  /// The guest closes first, so that its end stays in TIME_WAIT; QEMU's network hands the client's
  /// port on, and the guest takes the next SYN from there for the old connection's.
  private static void anOldConnectionAnswers(TideGuest tide) throws Exception {
    assertThat(web(tide).orElseThrow().oldAnswers()).hasValue(0);
    int port;
    try (var first = client(tide, 0)) {
      port = first.getLocalPort();
      first.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThat(first.getInputStream().readAllBytes()).isNotEmpty();
    }
    try (var _ = client(tide, port)) {
      await("its answer seen", () -> web(tide).orElseThrow().oldAnswers().orElse(0) > 0);
    }
    assertThat(web(tide).orElseThrow().refused()).hasValue(0);
  }

  private static Socket client(TideGuest tide, int from) throws IOException {
    var socket = new Socket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), from));
    socket.connect(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), tide.web().getPort()), 10_000);
    return socket;
  }

  private static long hostOnly(TideGuest tide) {
    return sockets(tide).stream().filter(row -> row.halves().equals(SocketRow.HOST)).count();
  }
}
