// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.Ability;
import trilobite.model.run.ForeignGuest;
import trilobite.model.run.RunState;

/// A line of the list.
///
/// @param key the same as long as it is the same guest
/// @param state word beside the title
/// @param detail one line below
/// @param graphs of a guest that is looked into
/// @param guest opened by a click
/// @param other attached to by its button
record GuestEntry(
    String key,
    String title,
    String state,
    Look look,
    String detail,
    Optional<Graphs> graphs,
    Optional<LiveGuest> guest,
    Optional<ForeignGuest> other) {

  /// Shape and colour, always beside a word.
  enum Look {
    RUNNING,
    WAITING,
    PAUSED,
    OTHER
  }

  /// The last minute.
  record Graphs(Trend cpu, Trend memory, Trend network) {}

  static GuestEntry of(LiveGuest guest) {
    var status = guest.status();
    var look =
        switch (status.state()) {
          case RUNNING -> Look.RUNNING;
          case PAUSED -> Look.PAUSED;
          case BUILDING, STARTING, BOOTING, ENDED -> Look.WAITING;
        };
    var vitals = guest.vitals();
    var pid = status.pid().isPresent() ? ", process " + status.pid().getAsLong() : "";
    return new GuestEntry(
        "run " + status.id().number(),
        status.project(),
        status.id() + " " + status.state().name().toLowerCase(Locale.ROOT),
        look,
        status.target() + pid,
        Optional.of(new Graphs(Trend.cpu(vitals), Trend.memory(vitals), Trend.network(vitals))),
        Optional.of(guest),
        Optional.empty());
  }

  static GuestEntry of(ForeignGuest other) {
    var seen =
        other.abilities().stream()
            .filter(Ability::possible)
            .map(Ability::what)
            .collect(Collectors.joining(", "));
    return new GuestEntry(
        "pid " + other.pid(),
        other.name(),
        other.monitor(),
        Look.OTHER,
        "process " + other.pid() + (seen.isEmpty() ? ", nothing to be seen" : ": " + seen),
        Optional.empty(),
        Optional.empty(),
        Optional.of(other));
  }

  /// What can be had and what cannot, with the reasons.
  String about() {
    return other
        .map(
            one ->
                one.abilities().stream()
                    .map(each -> each.what() + (each.possible() ? ": " : ", no: ") + each.how())
                    .collect(Collectors.joining("\n")))
        .orElse(detail);
  }

  boolean alive() {
    return guest.map(one -> one.status().state() != RunState.ENDED).orElse(true);
  }
}
