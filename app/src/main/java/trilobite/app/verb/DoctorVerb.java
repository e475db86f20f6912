// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import trilobite.model.job.JobContext;
import trilobite.model.machine.MachineCheck;

/// `trilobite doctor`.
@Command(
    name = "doctor",
    description = "Says what this machine has and lacks. Tries accelerators with a tiny guest.")
final class DoctorVerb implements Callable<Integer> {
  private final Env env;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  DoctorVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var report = env.workbench().get().machine().check(JobContext.unwatched());
    if (json) {
      report.checks().forEach(c -> env.out().println(json(c)));
      env.out()
          .println(
              Json.event("accelerator")
                  .put("name", report.accelerator().name())
                  .put("why", report.accelerator().why()));
    } else {
      var answer = new Answer("CHECK", "STATE", "VALUE", "DETAIL");
      for (var c : report.checks()) {
        answer.row(
            c.title(), word(c), c.value(), c.detail() + c.remedy().map(r -> " → " + r).orElse(""));
      }
      answer.print(env);
      env.out().println();
      env.out()
          .println(
              "Guests run under "
                  + report.accelerator().name()
                  + ": "
                  + report.accelerator().why());
    }
    var lacks =
        report.checks().stream()
            .anyMatch(c -> c.id().equals("qemu") && c.state() == MachineCheck.State.MISSING);
    return lacks ? Exit.MACHINE : Exit.DONE;
  }

  private static String word(MachineCheck check) {
    return check.state().name().toLowerCase(Locale.ROOT);
  }

  private static Json json(MachineCheck c) {
    return new Json()
        .put("check", c.id())
        .put("state", word(c))
        .put("value", c.value())
        .put("detail", c.detail())
        .put("remedy", c.remedy());
  }
}
