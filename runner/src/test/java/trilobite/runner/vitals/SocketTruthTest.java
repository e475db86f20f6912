// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static trilobite.runner.vitals.TideGuest.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SocketRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Measured.Known;
import trilobite.runner.debug.GuestTypes;
import trilobite.runner.profile.Profiles;
import trilobite.runner.thread.Threads;

/// The sockets that we read, beside those that the guest says it has.
@Tag("qemu")
class SocketTruthTest {

  private static final int STATES = Integer.getInteger("truth.states", 500);
  private static final int READS = Integer.getInteger("truth.reads", 1000);
  private static final long PATIENCE_SECONDS = 40L * Math.max(1, READS / 1000);

  @TempDir Path state;

  private TideGuest boot() throws Exception {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var types = new GuestTypes(state.resolve("cache"), state, System.getenv());
    var observers = new RunObservers(() -> profiles, types, Chronicle.none());
    var tide = new TideGuest(state, "q35", "64M", observers);
    await("types read", () -> tide.guest.eyes().see(Views.SOCKETS) instanceof Known);
    return tide;
  }

  private static <R extends Record> Listing<R> see(TideGuest tide, View<R> view) {
    return switch (tide.guest.eyes().see(view)) {
      case Known<Listing<R>>(var reading) -> {
        assertThat(reading.pauses()).isZero();
        yield reading.value();
      }
      case Measured.Unknown<Listing<R>>(var reason) -> throw new AssertionError(reason.why());
    };
  }

  @Test
  void heldAtRandomStatesTheyAreTheSame() throws Exception {
    try (var tide = boot();
        var clients = new Clients(tide)) {
      var console = new HeldConsole(tide.guest);
      var random = new Random(5);
      clients.openDatagrams();
      for (int i = 0; i < STATES; i++) {
        clients.act(random);
        var truth = console.hold("sockets");
        try {
          connections(see(tide, Views.SOCKETS), truth.get("connections"), "state " + i);
          listeners(see(tide, Views.LISTENERS), truth, "state " + i);
        } finally {
          console.release();
        }
      }
      assertThat(see(tide, Views.LISTENERS).rows())
          .as("datagrams wait")
          .anyMatch(row -> row.port() == 49_153 && row.receiveQueue().orElse(0) > 0);
    }
  }

  @Test
  void runningAtFullSpeedEachTableIsOneThatExisted() throws Exception {
    try (var tide = boot();
        var log = ChangeLog.open(tide);
        var churn = new Churn(tide, log)) {
      var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
      int torn = 0;
      int reads = 0;
      while ((reads < READS || churn.connections() < 300) && System.nanoTime() < deadline) {
        var before = log.count();
        var reading = tide.guest.eyes().see(Views.SOCKETS);
        var after = log.count();
        reads++;
        switch (reading) {
          case Known<Listing<SocketRow>>(var known) -> {
            if (known.value().cut().isEmpty()) {
              log.claimConnections(before, after, known.value());
            } else {
              torn++;
            }
          }
          case Measured.Unknown<Listing<SocketRow>>(var reason) -> {
            assertThat(reason.why()).startsWith("torn");
            torn++;
          }
        }
      }
      churn.close();
      log.fetch();
      assertThat(reads).isGreaterThanOrEqualTo(READS);
      assertThat(log.changes()).as("changes of the lists meanwhile").isGreaterThan(500);
      assertThat(log.violations()).isEmpty();
      // The check bites: this connection never was.
      log.claimConnections(log.count(), log.count(), Set.of("10.0.2.2:1"));
      assertThat(log.violations()).hasSize(1);
      assertThat(torn).as("torn of " + reads).isLessThanOrEqualTo(reads / 100);
    }
  }

  private static void connections(Listing<SocketRow> seen, JsonNode told, String when) {
    assertThat(seen.cut()).as(when).isEmpty();
    var rows = seen.rows().stream().filter(row -> row.address() != 0).toList();
    assertThat(rows).as(when + " " + told).hasSize(told.size());
    for (int i = 0; i < told.size(); i++) {
      var row = rows.get(i);
      var is = told.get(i);
      var as = when + ", " + is + ", " + row;
      assertThat(row.address()).as(as).isEqualTo(address(is));
      assertThat(row.state()).as(as).isEqualTo(is.get("state").asText());
      assertThat(row.localPort()).as(as).isEqualTo(is.get("localPort").asLong());
      assertThat(row.local()).as(as).isEqualTo(is.get("local").asText() + ":" + row.localPort());
      assertThat(row.remotePort()).as(as).isEqualTo(is.get("remotePort").asLong());
      assertThat(row.remote()).as(as).isEqualTo(is.get("remote").asText() + ":" + row.remotePort());
      assertThat(row.receiveQueue()).as(as).hasValue(is.get("receiveQueue").asLong());
      assertThat(row.sendQueue()).as(as).hasValue(is.get("sendQueue").asLong());
      assertThat(row.retransmits()).as(as).hasValue(is.get("retransmissions").asLong());
      assertThat(row.inBacklog()).as(as).isEqualTo(is.get("inBacklog").asBoolean());
    }
  }

  private static void listeners(Listing<ListenerRow> seen, JsonNode truth, String when) {
    assertThat(seen.cut()).as(when).isEmpty();
    var told = truth.get("listeners");
    var rows = seen.rows().stream().filter(row -> row.protocol().equals("tcp")).toList();
    assertThat(rows).as(when).hasSize(told.size());
    for (int i = 0; i < told.size(); i++) {
      var row = rows.get(i);
      var is = told.get(i);
      var as = when + ", " + is + ", " + row;
      assertThat(row.address()).as(as).isEqualTo(address(is));
      assertThat(row.port()).as(as).isEqualTo(is.get("port").asLong());
      // A build without a backlog tells 0 of it, and has none to be read.
      assertThat(row.backlog().orElse(0)).as(as).isEqualTo(is.get("backlogUsed").asLong());
      assertThat(row.backlogLimit()).as(as).isEqualTo(maybe(is.get("backlogLimit")));
      assertThat(row.halfOpen()).as(as).hasValue(is.get("halfOpen").asLong());
      assertThat(row.mailbox()).as(as).hasValue(is.get("acceptQueue").asLong());
      assertThat(row.mailboxLimit()).as(as).hasValue(is.get("acceptQueueLimit").asLong());
    }
    var udp = seen.rows().stream().filter(row -> row.protocol().equals("udp")).toList();
    assertThat(udp)
        .as(when)
        .extracting(
            ListenerRow::address,
            ListenerRow::receiveQueue,
            ListenerRow::receiveLimit,
            ListenerRow::mailbox,
            ListenerRow::mailboxLimit)
        .containsExactlyElementsOf(told(truth.get("udp")));
  }

  private static List<Tuple> told(JsonNode udp) {
    var all = new ArrayList<Tuple>();
    for (var is : udp) {
      all.add(
          tuple(
              address(is),
              maybe(is.path("waiting")),
              maybe(is.path("limit")),
              maybe(is.path("datagrams")),
              maybe(is.path("most"))));
    }
    return all;
  }

  private static OptionalLong maybe(JsonNode number) {
    return number.isNull() || number.isMissingNode()
        ? OptionalLong.empty()
        : OptionalLong.of(number.asLong());
  }

  private static long address(JsonNode told) {
    return Long.parseUnsignedLong(told.get("address").asText().substring(2), 16);
  }

  /// Connections that come and go as fast as the guest can.
  private static final class Churn implements AutoCloseable {
    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Thread> clients;

    Churn(TideGuest tide, ChangeLog log) {
      clients =
          List.of(
              Threads.working("test client a", () -> churn(tide, log)),
              Threads.working("test client b", () -> churn(tide, log)));
    }

    private void churn(TideGuest tide, ChangeLog log) {
      while (!over.get()) {
        try (var socket = new Socket()) {
          socket.setSoTimeout(10_000);
          socket.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), tide.web().getPort()),
              10_000);
          socket
              .getOutputStream()
              .write("GET /stats HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          if (socket.getInputStream().read() < 0) {
            continue;
          }
          int turn = connections.incrementAndGet();
          socket.setSoLinger(turn % 3 != 0, 0);
          if (turn % 40 == 0) {
            log.fetch();
          }
        } catch (IOException e) {
          // The guest may be too busy for one more connection.
        }
      }
    }

    int connections() {
      return connections.get();
    }

    @Override
    public void close() throws InterruptedException {
      over.set(true);
      for (var client : clients) {
        client.join();
      }
    }
  }

  /// Clients of all kinds: silent, talking, in the middle of a request, gone without a word.
  private static final class Clients implements AutoCloseable {
    private final TideGuest tide;
    private final List<Socket> open = new ArrayList<>();
    private final DatagramSocket datagrams = new DatagramSocket();
    private int port;

    Clients(TideGuest tide) throws IOException {
      this.tide = tide;
    }

    /// A port whose datagrams nobody reads, so that they fill what the guest keeps for them.
    void openDatagrams() throws IOException {
      tide.perform("udp?49153");
      try (var free = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }
      var forward = "hostfwd_add user0 udp:127.0.0.1:%d-:49153".formatted(port);
      tide.session.qmp().execute("human-monitor-command", Map.of("command-line", forward));
    }

    private void datagram(Random random) throws IOException {
      var bytes = new byte[1 + random.nextInt(700)];
      datagrams.send(
          new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), port));
    }

    void act(Random random) throws IOException {
      switch (random.nextInt(9)) {
        case 8 -> datagram(random);
        case 0, 1, 2 -> connect();
        case 3 -> say(random, "GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        case 4 -> say(random, "GET /bytes/200 HTTP/1.1\r\nHost: a\r\n\r\n");
        case 5 -> say(random, "POST /tides HTTP/1.1\r\nHost: a\r\nContent-Le");
        case 6 -> close(random, false);
        default -> close(random, true);
      }
      while (open.size() > 12) {
        close(random, random.nextBoolean());
      }
    }

    private void connect() throws IOException {
      var socket = new Socket();
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), tide.web().getPort()), 10_000);
      open.add(socket);
    }

    private void say(Random random, String words) {
      if (open.isEmpty()) {
        return;
      }
      try {
        open.get(random.nextInt(open.size()))
            .getOutputStream()
            .write(words.getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The guest has closed it: that is a state as well.
      }
    }

    private void close(Random random, boolean reset) throws IOException {
      if (!open.isEmpty()) {
        var socket = open.remove(random.nextInt(open.size()));
        if (reset) {
          socket.setSoLinger(true, 0);
        }
        socket.close();
      }
    }

    @Override
    public void close() throws IOException {
      datagrams.close();
      for (var socket : open) {
        socket.close();
      }
    }
  }
}
