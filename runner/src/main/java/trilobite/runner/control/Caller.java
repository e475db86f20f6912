// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import trilobite.runner.thread.Threads;

/// The asking end of a control connection. Many threads may ask at once.
final class Caller implements AutoCloseable {

  /// A stop may take this long on a machine under load.
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Lines lines;
  private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
  private final AtomicLong lastId = new AtomicLong();
  private volatile Consumer<JsonNode> told = line -> {};
  private volatile Runnable lost = () -> {};
  private volatile boolean over;

  private Caller(Lines lines) {
    this.lines = lines;
  }

  static Caller connect(Path socket) throws IOException {
    var caller = new Caller(new Lines(SocketChannel.open(UnixDomainSocketAddress.of(socket))));
    Threads.waiting("control-caller", caller::read);
    return caller;
  }

  /// Who hears of events, and of the connection's end. Called on the reading thread.
  void follow(Consumer<JsonNode> listener, Runnable end) {
    told = listener;
    lost = end;
  }

  JsonNode ask(String what) throws IOException {
    return ask(what, "with", JsonNodeFactory.instance.nullNode());
  }

  JsonNode ask(String what, String key, JsonNode value) throws IOException {
    return ask(what, key, value, PATIENCE);
  }

  /// As [#ask(String, String, JsonNode)], for what may take longer.
  JsonNode ask(String what, String key, JsonNode value, Duration patience) throws IOException {
    long id = lastId.incrementAndGet();
    var answer = new CompletableFuture<JsonNode>();
    pending.put(id, answer);
    try {
      if (over) {
        throw new IOException("the guest's owner is gone");
      }
      var request = JsonNodeFactory.instance.objectNode().put("id", id).put("do", what);
      request.set(key, value);
      lines.send(request);
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IOException("the guest's owner did not answer " + what, e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting for the guest's owner");
    } finally {
      pending.remove(id);
    }
  }

  private void read() {
    try (lines) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        take(line.get());
      }
    } catch (IOException e) {
      // The same as an end: nothing more will come.
    } finally {
      over = true;
      var gone = new IOException("the guest's owner is gone");
      pending.values().forEach(answer -> answer.completeExceptionally(gone));
      lost.run();
    }
  }

  private void take(JsonNode line) {
    if (line.has("event")) {
      told.accept(line);
      return;
    }
    var answer = pending.get(line.path("id").asLong());
    if (answer == null) {
      return;
    }
    if (line.has("error")) {
      answer.completeExceptionally(new IOException(line.get("error").asText()));
    } else {
      answer.complete(line.path("ok"));
    }
  }

  @Override
  public void close() {
    lines.close();
  }
}
