// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.domain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import trilobite.model.time.HostClock;
import trilobite.runner.process.Answer;
import trilobite.runner.qmp.Qmp;
import trilobite.runner.qmp.QmpEvent;
import trilobite.runner.qmp.QmpException;

/// A domain's QEMU, asked through libvirt, whose connection to it stays as it is. To pause and to
/// resume are libvirt's own verbs, so that it knows; the rest is `virsh qemu-monitor-command`,
/// which has libvirt mark the domain as tainted (`virsh dominfo` shows it). A question is a process
/// of its own and takes from 20 to 200 ms.
///
/// @param run runs a command and waits for it, with a deadline
/// @param events hears at once of what was done here
public record DomainMonitor(
    Function<List<String>, Answer> run, String uri, String domain, Consumer<QmpEvent> events)
    implements Qmp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_BYTES = 8 << 20;

  public DomainMonitor(String uri, String domain, Consumer<QmpEvent> events) {
    this(command -> Answer.of(command, MOST_BYTES), uri, domain, events);
  }

  @Override
  public JsonNode execute(String command, Map<String, ?> arguments) throws IOException {
    return switch (command) {
      case "stop" -> libvirts("suspend", "STOP");
      case "cont" -> libvirts("resume", "RESUME");
      default -> qemus(command, arguments);
    };
  }

  private JsonNode libvirts(String verb, String event) throws IOException {
    said(verb);
    var nothing = JsonNodeFactory.instance.objectNode();
    events.accept(new QmpEvent(event, nothing, HostClock.nanos()));
    return nothing;
  }

  private JsonNode qemus(String command, Map<String, ?> arguments) throws IOException {
    var request = new LinkedHashMap<String, Object>();
    request.put("execute", command);
    if (!arguments.isEmpty()) {
      request.put("arguments", arguments);
    }
    var text = said("qemu-monitor-command", JSON.writeValueAsString(request));
    // A warning of virsh's may stand before it.
    var answer = JSON.readTree(text.substring(Math.max(0, text.indexOf('{'))));
    if (answer.has("error")) {
      throw new QmpException(command, answer.path("error").path("desc").asText());
    }
    if (!answer.has("return")) {
      throw new IOException("libvirt gave no answer of QEMU's to " + command);
    }
    return answer.get("return");
  }

  private String said(String verb, String... more) throws IOException {
    var words = Virsh.words(uri, verb, domain);
    words.addAll(List.of(more));
    var answer = run.apply(words);
    if (answer.code() != 0) {
      throw new IOException(Virsh.why(uri, answer));
    }
    return answer.output();
  }
}
