// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunStatus;

/// `trilobite guests`.
@Command(name = "guests", description = "Lists the guests that run now, whoever owns them.")
final class GuestsVerb implements Callable<Integer> {
  private final Env env;

  @Option(
      names = "--libvirt",
      paramLabel = "URI",
      arity = "0..1",
      fallbackValue = "",
      description =
          "libvirt's domains instead, of a connection such as qemu+ssh://host/system; without one"
              + " of qemu:///session and qemu:///system")
  private Optional<String> libvirt = Optional.empty();

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  @Option(
      names = "--all",
      description = "those too that Trilobite did not start, with what can be had of each")
  private boolean everywhere;

  GuestsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    if (libvirt.isPresent()) {
      return new DomainsAnswer(env).print(libvirt.get(), json);
    }
    var all = env.workbench().get().guests().running().stream().map(g -> g.status()).toList();
    if (json) {
      all.forEach(s -> env.out().println(json(s)));
      return elsewhere();
    }
    var answer = new Answer("RUN", "PROJECT", "TARGET", "STATE", "READY MS", "PID", "FORWARDS");
    for (var s : all) {
      answer.row(
          s.id(),
          s.project(),
          s.target(),
          state(s),
          s.ready().isPresent() ? Math.round(s.ready().getAsDouble()) : "–",
          s.pid().isPresent() ? s.pid().getAsLong() : "–",
          s.forwards().stream().map(ForwardBinding::toString).collect(Collectors.joining(", ")));
    }
    answer.print(env);
    return elsewhere();
  }

  private int elsewhere() throws IOException {
    if (everywhere) {
      var all = env.workbench().get().elsewhere().guests();
      if (json) {
        all.forEach(guest -> env.out().println(ForeignAnswer.json(guest)));
      } else {
        env.out().println();
        ForeignAnswer.guests(env, all);
      }
    }
    return Exit.DONE;
  }

  static String state(RunStatus status) {
    return status.state().name().toLowerCase(Locale.ROOT);
  }

  static Json json(RunStatus s) {
    return new Json()
        .put("run", s.id().number())
        .put("project", s.project())
        .put("target", s.target())
        .put("state", state(s))
        .put("pid", s.pid())
        .put("accelerator", s.accelerator().map(a -> a.name()))
        .put("firstByteMs", s.firstByte())
        .put("readyMs", s.ready())
        .put("forwards", JsonRunPrinter.forwards(s.forwards()));
  }
}
