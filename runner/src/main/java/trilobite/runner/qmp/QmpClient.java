// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import trilobite.model.time.HostClock;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.thread.Threads;

/// The one client of a guest's monitor. One virtual thread reads, one writes: a caller that is
/// interrupted or times out never tears the connection. A peer that does not speak QMP closes it
/// with a sentence that says so.
public final class QmpClient implements Qmp, AutoCloseable {

  /// How long a command may take before its caller is told.
  public static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final ObjectMapper JSON = new ObjectMapper();

  /// Commands under way at most; a QEMU that stands still must not collect work.
  private static final int MOST_PENDING = 64;

  /// How many bytes of what is no QMP are quoted.
  private static final int QUOTED = 60;

  private final ByteChannel channel;
  private final Consumer<QmpEvent> events;
  private final ArrayBlockingQueue<byte[]> outgoing = new ArrayBlockingQueue<>(MOST_PENDING);
  private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
  private final CompletableFuture<String> closed = new CompletableFuture<>();
  private final CompletableFuture<JsonNode> greeting = new CompletableFuture<>();
  private final AtomicLong lastId = new AtomicLong();
  private final Asked capabilities;

  private QmpClient(ByteChannel channel, Consumer<QmpEvent> events) throws IOException {
    this.channel = channel;
    this.events = events;
    this.capabilities = ask("qmp_capabilities");
  }

  /// Takes over a connected channel, waits for QEMU's greeting and enters command mode.
  ///
  /// @param events called on the reading thread, in order; must not block
  public static QmpClient open(ByteChannel channel, Consumer<QmpEvent> events, Duration patience)
      throws IOException {
    var client = begin(channel, events);
    client.greeted(patience);
    client.ready(patience);
    return client;
  }

  /// Takes over a connected channel and asks for command mode at once: QEMU reads that when it is
  /// ready for it. [#ready] waits for the answer.
  ///
  /// @param events called on the reading thread, in order; must not block
  public static QmpClient begin(ByteChannel channel, Consumer<QmpEvent> events) throws IOException {
    var client = new QmpClient(channel, events);
    Threads.working("qmp-read", client::read);
    Threads.waiting("qmp-write", client::write);
    return client;
  }

  /// Waits for QEMU's greeting; closes the connection where it does not come.
  public void greeted(Duration patience) throws IOException {
    try {
      await("the greeting", greeting, patience);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Waits until commands are taken; closes the connection where that fails.
  public void ready(Duration patience) throws IOException {
    try {
      answer("qmp_capabilities", capabilities, patience);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /// Runs `then` as soon as commands are taken, on the reading thread and before it reads on; it
  /// must not block.
  public void whenReady(Runnable then) {
    var _ = capabilities.answer().thenRun(then);
  }

  @Override
  public JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
    return execute(command, arguments, PATIENCE);
  }

  /// As [#execute(String, Map)] with a deadline of its own.
  public JsonNode execute(String command, Map<String, ?> arguments, Duration patience)
      throws IOException {
    return answer(command, ask(command, arguments), patience);
  }

  /// Sends a command and returns before it is answered; the answer is an `IOException`'s failure
  /// where the connection ends first.
  public Asked ask(String command) throws IOException {
    return ask(command, Map.of());
  }

  /// Waits for the answer to a command that was sent before.
  public JsonNode answer(String command, Asked asked, Duration patience) throws IOException {
    try {
      return await(command, asked.answer(), patience);
    } finally {
      pending.remove(asked.id());
    }
  }

  /// A command under way.
  public record Asked(long id, CompletableFuture<JsonNode> answer) {}

  private Asked ask(String command, Map<String, ?> arguments) throws IOException {
    long id = lastId.incrementAndGet();
    var request = new LinkedHashMap<String, Object>();
    request.put("execute", command);
    if (!arguments.isEmpty()) {
      request.put("arguments", arguments);
    }
    request.put("id", id);
    var line = JSON.writeValueAsString(request) + "\n";
    var answer = new CompletableFuture<JsonNode>();
    pending.put(id, new Pending(command, answer));
    try {
      // After the put: whoever closes either sees this answer and fails it, or is seen here.
      if (closed.isDone()) {
        throw new IOException(closed.join());
      }
      if (!outgoing.offer(line.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
        throw new IOException("QEMU's monitor does not answer: too many commands are waiting");
      }
      return new Asked(id, answer);
    } catch (IOException e) {
      pending.remove(id);
      throw e;
    }
  }

  /// Completes with the reason when the connection is over, for whatever reason.
  public CompletableFuture<String> closed() {
    return closed;
  }

  @Override
  public void close() {
    end("The connection to QEMU's monitor is closed.");
  }

  private <T> T await(String what, CompletableFuture<T> answer, Duration patience)
      throws IOException {
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException(
          "QEMU did not answer "
              + what
              + " within "
              + patience.toMillis()
              + " ms; it may be stopped or overloaded. Stop ends it all the same.",
          e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for QEMU");
    }
  }

  private void write() {
    try {
      while (!closed.isDone()) {
        var line = outgoing.poll(1, TimeUnit.SECONDS);
        if (line != null) {
          var buffer = ByteBuffer.wrap(line);
          while (buffer.hasRemaining()) {
            channel.write(buffer);
          }
        }
      }
    } catch (IOException e) {
      end("QEMU's monitor is gone: " + e.getMessage());
    } catch (InterruptedException e) {
      end("The connection to QEMU's monitor was interrupted.");
    }
  }

  private void read() {
    try {
      var lines = new QmpLines(channel);
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        take(message(line.get()));
      }
      end("QEMU closed its monitor; it has ended.");
    } catch (IOException e) {
      end("QEMU's monitor cannot be read: " + e.getMessage());
    }
  }

  private static JsonNode message(byte[] line) throws IOException {
    try {
      return JSON.readTree(line);
    } catch (JacksonException e) {
      var said = FileTrouble.shown(new String(line, 0, Math.min(line.length, QUOTED), UTF_8));
      throw new IOException("it sent something that is not QMP, “" + said + "”", e);
    }
  }

  private void take(JsonNode message) throws IOException {
    if (message.hasNonNull("QMP")) {
      greeting.complete(message.get("QMP"));
    } else if (message.path("event").isTextual()) {
      events.accept(
          new QmpEvent(message.get("event").asText(), message.path("data"), HostClock.nanos()));
    } else if (message.has("return") || message.has("error")) {
      answer(message);
    } else {
      throw new IOException("it sent neither an answer nor an event, but is no QMP server");
    }
  }

  private void answer(JsonNode message) {
    var waiting = pending.remove(message.path("id").asLong());
    if (waiting == null) {
      // Its caller has given up already.
      return;
    }
    if (message.has("return")) {
      waiting.answer().complete(message.get("return"));
    } else {
      var description = message.path("error").path("desc").asText("no reason was given");
      waiting.answer().completeExceptionally(new QmpException(waiting.command(), description));
    }
  }

  private void end(String reason) {
    if (!closed.complete(reason)) {
      return;
    }
    try {
      channel.close();
    } catch (IOException e) {
      // Nothing more can be done with it.
    }
    greeting.completeExceptionally(new IOException(reason));
    pending.values().forEach(p -> p.answer().completeExceptionally(new IOException(reason)));
  }

  private record Pending(String command, CompletableFuture<JsonNode> answer) {}
}
