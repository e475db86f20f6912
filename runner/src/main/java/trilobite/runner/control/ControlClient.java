// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import trilobite.model.guest.Views;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.reach.Probe;
import trilobite.model.run.RunEvent;
import trilobite.runner.thread.Threads;

/// Serves one connection: requests `{"id":7,"do":"pause"}` are answered by `{"id":7,"ok":…}` or
/// `{"id":7,"error":"…"}`; after `follow`, each event comes as `{"event":…,"status":…}`.
///
/// `status`, `limits`, `stop`, `pause`, `resume`, `tap`, `type` (`bytes`, base64), `vitals`
/// (`since`: newest time per series that the asker has), `see` (`view`: its name), `probe`
/// (`probe`: its word), `ask` (`question`: which one and its parts), `dump` (`file`; answered when
/// it is written), `dumped` (how much of it), `dump-cancel`, `follow`.
final class ControlClient implements AutoCloseable {

  private final LiveGuest guest;
  private final Lines lines;
  private Optional<Subscription> following = Optional.empty();
  private volatile Optional<RemoteJob> dumping = Optional.empty();

  ControlClient(LiveGuest guest, Lines lines) {
    this.guest = guest;
    this.lines = lines;
  }

  /// Answers on a thread of its own: a QEMU that does not answer must not hold up a stop.
  void answer(JsonNode request) {
    Threads.waiting("control-answer", () -> reply(request));
  }

  private void reply(JsonNode request) {
    var answer = Wire.JSON.createObjectNode();
    answer.set("id", request.path("id"));
    try {
      perform(request, answer);
    } catch (IOException | RuntimeException e) {
      answer.put("error", String.valueOf(e.getMessage()));
    }
    send(answer);
  }

  private void perform(JsonNode request, ObjectNode answer) throws IOException {
    switch (request.path("do").asText()) {
      case "status" -> answer.set("ok", Wire.JSON.valueToTree(guest.status()));
      case "limits" -> answer.set("ok", Wire.JSON.valueToTree(guest.limits()));
      case "stop" -> guest.stop();
      case "pause" -> guest.pause();
      case "resume" -> guest.resume();
      case "type" -> guest.type(request.path("bytes").binaryValue());
      case "tap" -> guest.tap();
      case "see" -> see(request.path("view").asText(), answer);
      case "probe" -> probe(request.path("probe").asText(), answer);
      case "ask" -> {
        var question = EyesWire.question(request.path("question"));
        answer.set("ok", EyesWire.answer(question, guest.eyes().ask(question)));
      }
      case "vitals" -> answer.set("ok", VitalsWire.page(guest.vitals(), request.path("since")));
      case "dump" -> dump(Path.of(request.path("file").asText()), answer);
      case "dumped" -> answer.put("ok", dumping.map(RemoteJob::fraction).orElse(0.0));
      case "dump-cancel" -> dumping.ifPresent(RemoteJob::cancel);
      case "follow" -> follow();
      default -> answer.put("error", "there is no such request");
    }
  }

  /// One at a time for each asker; it ends with the connection.
  private void dump(Path file, ObjectNode answer) throws IOException {
    var job = new RemoteJob();
    synchronized (this) {
      dumping.ifPresent(RemoteJob::cancel);
      dumping = Optional.of(job);
    }
    answer.set("ok", Wire.JSON.valueToTree(guest.dump(file, job)));
  }

  private void see(String name, ObjectNode answer) {
    var view = Views.named(name);
    if (view.isPresent()) {
      answer.set("ok", EyesWire.rows(view.get(), guest.eyes().see(view.get())));
    } else {
      answer.put("error", "this owner knows no view " + name);
    }
  }

  private void probe(String words, ObjectNode answer) {
    answer.set("ok", ReachWire.answer(guest.reach().ask(Probe.parse(words))));
  }

  private synchronized void follow() {
    if (following.isEmpty()) {
      following = Optional.of(guest.listen(this::tell));
    }
  }

  private void tell(RunEvent event) {
    var line = Wire.JSON.createObjectNode();
    line.set("event", Wire.JSON.valueToTree(event));
    line.set("status", Wire.JSON.valueToTree(guest.status()));
    send(line);
    if (event instanceof RunEvent.Ended) {
      lines.close();
    }
  }

  private void send(ObjectNode line) {
    try {
      lines.send(line);
    } catch (IOException e) {
      // Its reader meets the same end and closes the connection.
      lines.close();
    }
  }

  @Override
  public synchronized void close() {
    following.ifPresent(Subscription::close);
    dumping.ifPresent(RemoteJob::cancel);
  }
}
