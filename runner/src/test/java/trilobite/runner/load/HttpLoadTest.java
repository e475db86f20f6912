// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import trilobite.model.port.Load.Figures;
import trilobite.model.time.HostClock;

class HttpLoadTest {

  private final HttpLoad load = new HttpLoad();
  private TestServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new TestServer();
  }

  @AfterEach
  void end() throws IOException {
    load.stop();
    server.close();
  }

  private static void await(BooleanSupplier condition) {
    var deadline = HostClock.nanos() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(HostClock.nanos()).as("it took too long").isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void sendsAtTheChosenRate() {
    var begin = HostClock.nanos();
    var running = load.start(server.target(), 200, 4);
    await(() -> running.figures().answered() >= 100);
    var seconds = (HostClock.nanos() - begin) / 1e9;
    // Never faster than asked for; how much slower depends on the machine.
    assertThat(running.figures().sent()).isLessThanOrEqualTo((long) (200 * (seconds + 0.1)));
    assertThat(running.figures().failed()).isZero();
    assertThat(running.figures().medianMillis()).isPositive();
    assertThat(running.figures().p99Millis())
        .isGreaterThanOrEqualTo(running.figures().medianMillis());
  }

  @Test
  void aStallShowsInLatencyAndInLateRequests() {
    server.stalls = true;
    var running = load.start(server.target(), 100, 1);
    await(() -> server.asked.get() == 1);
    var before = HostClock.nanos();
    await(() -> HostClock.nanos() - before > 500_000_000L);
    assertThat(running.figures().sent()).isEqualTo(1);
    server.stalls = false;
    server.stall.countDown();
    await(() -> running.figures().answered() >= 40);
    // Those that had to wait count their waiting, though the server answered them at once.
    assertThat(running.figures().p99Millis()).isGreaterThan(300);
    assertThat(running.figures().late()).isGreaterThan(10);
  }

  @Test
  void theRateChangesWithoutABreakAndZeroPauses() {
    var running = load.start(server.target(), 0, 2);
    await(() -> running.figures().equals(new Figures(0, 0, 0, 0, 0, 0)));
    running.rate(500);
    await(() -> running.figures().answered() >= 20);
    running.rate(Double.NaN);
    await(
        () -> {
          var before = running.figures().sent();
          var at = HostClock.nanos();
          await(() -> HostClock.nanos() - at > 400_000_000L);
          return running.figures().sent() == before;
        });
  }

  @Test
  void errorsOfTheServerAndRefusedConnectionsAreFailures() throws IOException {
    server.status = 500;
    var running = load.start(server.target(), 100, 1);
    await(() -> running.figures().failed() >= 3);
    assertThat(running.figures().answered()).isZero();
    int free;
    try (var socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    var refused = load.start(URI.create("http://127.0.0.1:" + free), 100, 1);
    await(() -> refused.figures().failed() >= 3);
  }

  @Test
  void aSecondStartEndsTheFirstAndStopEndsAll() {
    var first = load.start(server.target(), 200, 2);
    await(() -> first.figures().answered() > 0);
    var second = load.start(server.target(), 200, 2);
    await(() -> second.figures().answered() > 5);
    var sent = first.figures().sent();
    await(() -> second.figures().answered() > 20);
    assertThat(first.figures().sent()).isLessThanOrEqualTo(sent + 1);
    second.stop();
    await(
        () -> {
          var before = server.asked.get();
          var at = HostClock.nanos();
          await(() -> HostClock.nanos() - at > 100_000_000L);
          return server.asked.get() == before;
        });
  }

  @Test
  void onlyPlainHttpIsATarget() {
    for (var wrong : new String[] {"https://127.0.0.1/", "ftp://x/", "/path", "http:///x"}) {
      assertThatThrownBy(() -> load.start(URI.create(wrong), 1, 1))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("http://127.0.0.1:8080/");
    }
  }
}
