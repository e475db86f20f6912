// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `trilobite vitals`.
@Command(
    name = "vitals",
    description = "CPU, memory, network and disk of a guest, read from outside.")
final class VitalsVerb implements Callable<Integer> {
  private final Env env;

  @Mixin private GuestChoice guest = new GuestChoice();

  @Option(names = "--watch", description = "a line every second until the guest ends")
  private boolean watch;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  VitalsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var chosen = guest.choose(env.workbench().get());
    var printer = RunPrinter.of(env, json);
    printer.vitals(chosen.status(), chosen.vitals());
    if (watch) {
      try (var beat = new Beat(1000)) {
        while (env.heard() && beat.next(() -> chosen.ended().isDone())) {
          printer.vitals(chosen.status(), chosen.vitals());
        }
      }
    }
    return Exit.DONE;
  }
}
