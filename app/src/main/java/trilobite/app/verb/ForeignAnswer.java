// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.List;
import java.util.Map;
import trilobite.model.run.Ability;
import trilobite.model.run.ForeignGuest;

/// Prints guests that were not started here, and what can be had of each.
final class ForeignAnswer {

  private ForeignAnswer() {}

  static void guests(Env env, List<ForeignGuest> all) {
    var answer = new Answer("MONITOR", "NAME", "PID", "USER", "RUN", "COMMAND");
    for (var guest : all) {
      answer.row(
          guest.monitor(),
          guest.name(),
          guest.pid(),
          guest.user(),
          guest.attached().map(Object::toString).orElse("–"),
          String.join(" ", guest.command()));
    }
    answer.print(env);
    if (!all.isEmpty()) {
      env.out().println();
      abilities(env, all);
    }
  }

  static void abilities(Env env, List<ForeignGuest> all) {
    var answer = new Answer("PID", "WHAT", "SEEN", "HOW, OR WHY NOT");
    for (var guest : all) {
      for (var ability : guest.abilities()) {
        answer.row(guest.pid(), ability.what(), ability.possible() ? "yes" : "no", ability.how());
      }
    }
    answer.print(env);
  }

  static Json json(ForeignGuest guest) {
    return new Json()
        .put("monitor", guest.monitor())
        .put("name", guest.name())
        .put("pid", guest.pid())
        .put("user", guest.user())
        .put("run", guest.attached().map(run -> run.number()))
        .put("command", guest.command())
        .put("abilities", abilities(guest));
  }

  static List<Map<String, ?>> abilities(ForeignGuest guest) {
    return guest.abilities().stream().<Map<String, ?>>map(ForeignAnswer::json).toList();
  }

  private static Map<String, ?> json(Ability ability) {
    return new Json()
        .put("what", ability.what())
        .put("possible", ability.possible())
        .put("how", ability.how())
        .map();
  }
}
