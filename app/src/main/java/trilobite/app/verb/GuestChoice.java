// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;

/// Chooses the guest that a verb acts on: by name or run number, or the only one that runs.
final class GuestChoice {

  @Option(
      names = {"-g", "--guest"},
      paramLabel = "NAME|RUN",
      description = "the guest, by project name or run number; not needed while only one runs")
  private String wanted = "";

  LiveGuest choose(Workbench workbench) throws IOException {
    var all = workbench.guests().running();
    var fitting = all.stream().filter(this::fits).toList();
    return switch (fitting.size()) {
      case 1 -> fitting.getFirst();
      case 0 -> throw new VerbException(Exit.ABSENT, absent(all));
      default ->
          throw new VerbException(
              Exit.USAGE, "several guests fit; choose with -g: " + names(fitting));
    };
  }

  private boolean fits(LiveGuest guest) {
    var status = guest.status();
    return wanted.isEmpty()
        || status.project().equals(wanted)
        || Long.toString(status.id().number()).equals(wanted)
        || status.id().toString().equals(wanted);
  }

  private String absent(List<LiveGuest> all) {
    if (all.isEmpty()) {
      return "no guest runs; start one with: trilobite run DIR";
    }
    return "no guest '" + wanted + "' runs; running: " + names(all);
  }

  private static String names(List<LiveGuest> guests) {
    return String.join(
        ", ", guests.stream().map(LiveGuest::status).map(s -> s.project() + " " + s.id()).toList());
  }
}
