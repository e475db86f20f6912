// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import trilobite.runner.Waiting;
import trilobite.runner.thread.Threads;

class QmpClientTest {

  private static final Duration LONG = Duration.ofSeconds(20);

  private final List<QmpEvent> events = new CopyOnWriteArrayList<>();
  private FakeQmp qemu;

  @BeforeEach
  void listen() throws IOException {
    qemu = new FakeQmp();
  }

  @AfterEach
  void close() throws IOException {
    qemu.close();
  }

  private QmpClient open() throws IOException {
    Threads.waiting("greeting", qemu::greet);
    return QmpClient.open(qemu.client(), events::add, LONG);
  }

  @Test
  void answersFindTheirCommandsInAnyOrderAndPiece() throws Exception {
    var client = open();
    var first = asking(() -> client.execute("first"));
    assertThat(qemu.hear()).contains("\"first\"");
    var second = asking(() -> client.execute("second", Map.of("a", List.of(1, "x"))));
    assertThat(qemu.hear()).contains("\"arguments\":{\"a\":[1,\"x\"]}");

    qemu.say("{\"return\": \"two\", \"id\": 3}\r\n{\"return\": \"o");
    qemu.say("ne\", \"id\": 2}\n");

    assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo("two");
    assertThat(first.get(20, TimeUnit.SECONDS)).isEqualTo("one");
  }

  @Test
  void eventsAreTold() throws Exception {
    var client = open();
    qemu.say("{\"event\": \"STOP\", \"data\": {}, \"timestamp\": {}}\n");

    Waiting.until("the event", () -> !events.isEmpty());
    assertThat(events.getFirst().name()).isEqualTo("STOP");
    client.close();
  }

  @Test
  void aRefusalCarriesQemusWords() throws Exception {
    var client = open();
    var asked = asking(() -> client.execute("cont"));
    qemu.hear();
    qemu.say("{\"error\": {\"class\": \"GenericError\", \"desc\": \"no\"}, \"id\": 2}\n");

    assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
        .cause()
        .isInstanceOf(QmpException.class)
        .hasMessage("QEMU refused cont: no");
  }

  @Test
  @Tag("bad:qemu-stopped")
  void aQemuThatStandsStillIsTold() throws Exception {
    var client = open();

    assertThatThrownBy(() -> client.execute("cont", Map.of(), Duration.ofMillis(50)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("did not answer cont within 50 ms");
  }

  @Test
  void aQemuThatStandsStillDoesNotCollectWork() throws Exception {
    var client = open();
    for (int i = 0; i < 10_000; i++) {
      var error = catchError(() -> client.execute("x", Map.of(), Duration.ZERO));
      if (error.contains("too many commands")) {
        return;
      }
      assertThat(error).contains("did not answer");
    }
    assertThat(client.closed()).as("it never refused more work").isDone();
  }

  @Test
  @Tag("bad:qmp-garbage")
  void garbageEndsTheConnectionWithASentence() throws Exception {
    var client = open();
    qemu.say("\u0000\u0001 this is no monitor\n");

    assertThat(client.closed().get(20, TimeUnit.SECONDS))
        .endsWith("it sent something that is not QMP, “\\u0000\\u0001 this is no monitor”");
    assertThatThrownBy(() -> client.execute("cont")).hasMessageContaining("not QMP");
  }

  @Test
  void jsonThatIsNoQmpEndsItToo() throws Exception {
    var client = open();
    qemu.say("{\"hello\": 1}\n");

    assertThat(client.closed().get(20, TimeUnit.SECONDS)).contains("no QMP server");
  }

  @Test
  @Tag("bad:qmp-garbage")
  void aLineWithoutEndIsBounded() throws Exception {
    var client = open();
    var flood = asking(() -> flood());

    assertThat(client.closed().get(20, TimeUnit.SECONDS)).contains("longer than");
    flood.cancel(true);
  }

  @Test
  @Tag("bad:qmp-garbage")
  void garbageInsteadOfAGreeting() {
    assertThatThrownBy(
            () -> {
              qemu.say("SSH-2.0-OpenSSH_9.2\n");
              QmpClient.open(qemu.client(), events::add, LONG);
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not QMP");
  }

  @Test
  void anEndFailsWhatWaits() throws Exception {
    var client = open();
    var asked = asking(() -> client.execute("cont"));
    qemu.close();

    assertThatThrownBy(() -> asked.get(20, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class);
    assertThat(client.closed()).isDone();
  }

  private com.fasterxml.jackson.databind.JsonNode flood() throws IOException {
    var chunk = "x".repeat(1 << 16);
    for (int i = 0; i < 2 * QmpLines.LONGEST / chunk.length(); i++) {
      qemu.say(chunk);
    }
    throw new IOException("nobody ended the flood");
  }

  private static String catchError(Asking asking) {
    try {
      return asking.ask().toString();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static CompletableFuture<String> asking(Asking asking) {
    var future = new CompletableFuture<String>();
    Threads.waiting(
        "asking",
        () -> {
          try {
            future.complete(asking.ask().asText());
          } catch (IOException e) {
            future.completeExceptionally(e);
          }
        });
    return future;
  }

  private interface Asking {
    com.fasterxml.jackson.databind.JsonNode ask() throws IOException;
  }
}
