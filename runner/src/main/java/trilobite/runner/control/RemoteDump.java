// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import trilobite.model.job.JobContext;
import trilobite.model.run.CoreWritten;
import trilobite.runner.thread.Threads;

/// A core that a guest's owner writes. It is given up where this end goes away.
record RemoteDump(Caller caller, Path file) {

  private static final Duration LONGEST = Duration.ofHours(4);
  private static final long LOOK_MILLIS = 200;

  CoreWritten written(JobContext context) throws IOException {
    var answer = new CompletableFuture<JsonNode>();
    Threads.waiting("remote-dump", () -> ask(answer));
    context.onCancel(this::cancel);
    while (true) {
      try {
        return Wire.read(answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS), CoreWritten.class);
      } catch (TimeoutException e) {
        context.progress(caller.ask("dumped").asDouble(), "Writing " + file);
      } catch (ExecutionException e) {
        throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
      } catch (InterruptedException e) {
        cancel();
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("cancelled; nothing was kept");
      }
    }
  }

  private void ask(CompletableFuture<JsonNode> answer) {
    try {
      var name = JsonNodeFactory.instance.textNode(file.toString());
      answer.complete(caller.ask("dump", "file", name, LONGEST));
    } catch (IOException e) {
      answer.completeExceptionally(e);
    }
  }

  private void cancel() {
    // The answer to the question itself tells what became of it.
    Threads.waiting(
        "remote-dump-cancel",
        () -> {
          try {
            caller.ask("dump-cancel");
          } catch (IOException e) {
            // The owner is gone, and what it did with it.
          }
        });
  }
}
