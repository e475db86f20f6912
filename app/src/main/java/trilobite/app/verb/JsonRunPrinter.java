// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunEvent;
import trilobite.model.run.RunStatus;
import trilobite.model.vitals.Vital;
import trilobite.model.vitals.Vitals;

/// The events of `run`, `demo` and `build`, one JSON object a line.
final class JsonRunPrinter implements RunPrinter {
  private final Env env;

  JsonRunPrinter(Env env) {
    this.env = env;
  }

  @Override
  public void build(BuildEvent event) {
    switch (event) {
      case BuildEvent.Started started -> print(state("started").put("command", started.command()));
      case BuildEvent.Output output -> print(state("output").put("text", output.text()));
      case BuildEvent.Asked asked -> {
        print(state("asked").put("text", asked.question()));
        asked.reply().decline();
      }
      case BuildEvent.Progress progress -> {}
      case BuildEvent.Found found -> {}
    }
  }

  @Override
  public void built(BuildResult result) {
    var done = result.outcome() == BuildResult.Outcome.DONE;
    var event =
        state(done ? "done" : "failed")
            .put("image", result.image())
            .put("buildId", result.buildId())
            .put("durationMs", result.durationMillis());
    print(done ? event : event.put("why", result.why()));
  }

  private static Json state(String state) {
    return Json.event("build").put("state", state);
  }

  @Override
  public void run(RunEvent event) {
    switch (event) {
      case RunEvent.Started started ->
          print(
              Json.event("start")
                  .put("run", started.run().number())
                  .put("pid", started.pid())
                  .put("command", started.command())
                  .put("accelerator", started.accelerator().name())
                  .put("why", started.accelerator().why()));
      case RunEvent.Booted booted ->
          print(Json.event("boot").put("firstByteMs", booted.firstByteMillis()));
      case RunEvent.Ready ready ->
          print(
              Json.event("ready")
                  .put("readyMs", ready.readyMillis())
                  .put("forwards", forwards(ready.forwards())));
      case RunEvent.Changed changed -> {}
      case RunEvent.Note note ->
          print(Json.event("note").put("t", note.t()).put("text", note.text()));
      case RunEvent.Ended ended ->
          print(
              Json.event("end")
                  .put("verdict", ended.verdict().word())
                  .put("why", ended.why())
                  .put("t", ended.t()));
    }
  }

  /// The events already told which run it is; the next one would be its end.
  @Override
  public void left(RunStatus status) {}

  static List<?> forwards(List<ForwardBinding> forwards) {
    return forwards.stream()
        .map(
            f ->
                new Json()
                    .put("proto", f.proto())
                    .put("host", f.host())
                    .put("hostPort", f.hostPort())
                    .put("guestPort", f.guestPort())
                    .map())
        .toList();
  }

  @Override
  public void vitals(RunStatus status, Vitals vitals) {
    print(vitals(vitals));
  }

  /// The `vitals` event.
  static Json vitals(Vitals vitals) {
    var memory =
        new Json()
            .measured("assigned", vitals.latest(Vital.MEMORY_ASSIGNED))
            .measured("touched", vitals.latest(Vital.MEMORY_TOUCHED))
            .measured("heapUsed", vitals.latest(Vital.HEAP_USED));
    var net =
        new Json()
            .measured("rxPackets", vitals.latest(Vital.NET_RX_PACKETS))
            .measured("txPackets", vitals.latest(Vital.NET_TX_PACKETS))
            .measured("rxBytes", vitals.latest(Vital.NET_RX_BYTES))
            .measured("txBytes", vitals.latest(Vital.NET_TX_BYTES))
            .measured("drops", vitals.latest(Vital.NET_DROPS));
    var event =
        Json.event("vitals")
            .put("t", Math.rint(vitals.now()))
            .measured("cpu", vitals.latest(Vital.CPU))
            .put("memory", memory)
            .put("net", net);
    var read = vitals.latest(Vital.DISK_READ_BYTES);
    if (read.value().isEmpty()) {
      return event.measured("disk", read);
    }
    return event.put(
        "disk",
        new Json()
            .measured("readBytes", read)
            .measured("writtenBytes", vitals.latest(Vital.DISK_WRITTEN_BYTES)));
  }

  private void print(Json json) {
    env.out().println(json);
    env.out().flush();
  }
}
