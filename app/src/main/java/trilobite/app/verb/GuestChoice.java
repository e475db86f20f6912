// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;

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
      case 0 -> throw new VerbException(Exit.ABSENT, absent(workbench, all));
      default ->
          throw new VerbException(
              Exit.USAGE, "several guests fit; choose with -g: " + names(fitting));
    };
  }

  /// The packets of a guest that runs, or of a past run where its number is given.
  PacketSource packets(Workbench workbench) throws IOException {
    var past = past(workbench);
    return past.isPresent()
        ? PacketSource.of(past.get(), workbench.history().packets(past.get().id()))
        : PacketSource.of(choose(workbench));
  }

  /// The past run whose number is given.
  Optional<RunRecord> past(Workbench workbench) throws IOException {
    var number = wanted.startsWith("#") ? wanted.substring(1) : wanted;
    if (!number.matches("\\d{1,18}")
        || workbench.guests().running().stream().anyMatch(this::fits)) {
      return Optional.empty();
    }
    return workbench.history().run(new RunId(Long.parseLong(number)));
  }

  private boolean fits(LiveGuest guest) {
    var status = guest.status();
    return wanted.isEmpty()
        || status.project().equals(wanted)
        || Long.toString(status.id().number()).equals(wanted)
        || status.id().toString().equals(wanted);
  }

  /// A guest that has just crashed is the one that is asked for: what is kept of it is named.
  private String absent(Workbench workbench, List<LiveGuest> all) throws IOException {
    var past = past(workbench);
    if (past.isPresent()) {
      return told("run " + past.get().id() + " of " + past.get().project(), past.get());
    }
    if (!all.isEmpty()) {
      return "no guest '" + wanted + "' runs; running: " + names(all);
    }
    return workbench.history().runs(1).stream()
        .filter(last -> last.verdict().filter(how -> !how.fine()).isPresent())
        .findFirst()
        .map(
            last ->
                told("no guest runs; the last, " + last.project() + " " + last.id() + ",", last))
        .map(told -> told + "\n  → start one with: trilobite run DIR")
        .orElse("no guest runs; start one with: trilobite run DIR");
  }

  private static String told(String what, RunRecord run) {
    long id = run.id().number();
    return what
        + " has ended"
        + run.verdict().map(how -> ": " + how.words()).orElse("")
        + "\n  → trilobite runs show %d, console -g %d and tcpdump -g %d tell of it"
            .formatted(id, id, id);
  }

  private static String names(List<LiveGuest> guests) {
    return String.join(
        ", ", guests.stream().map(LiveGuest::status).map(s -> s.project() + " " + s.id()).toList());
  }
}
