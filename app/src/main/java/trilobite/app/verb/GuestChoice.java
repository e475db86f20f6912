// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.run.RunId;

/// Chooses the guest that a verb acts on: by name or run number, or the only one that runs.
final class GuestChoice {

  @Option(
      names = {"-g", "--guest"},
      paramLabel = "NAME|RUN",
      description = "the guest, by project name or run number; not needed while only one runs")
  private String wanted = "";

  /// What was asked for; empty for the only one that runs.
  String wanted() {
    return wanted;
  }

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

  /// The packets of a guest that runs, or of a past run where its number is given.
  PacketSource packets(Workbench workbench) throws IOException {
    var past = wanted.startsWith("#") ? wanted.substring(1) : wanted;
    boolean runs = workbench.guests().running().stream().anyMatch(this::fits);
    if (!runs && past.matches("\\d{1,18}")) {
      var id = new RunId(Long.parseLong(past));
      var run = workbench.history().run(id);
      if (run.isPresent()) {
        return PacketSource.of(run.get(), workbench.history().packets(id));
      }
    }
    return PacketSource.of(choose(workbench));
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
