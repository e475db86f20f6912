// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guests;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import trilobite.model.command.LaunchPlan;
import trilobite.model.command.QemuCommand;
import trilobite.model.console.LinePattern;
import trilobite.model.port.LaunchException;
import trilobite.model.port.LaunchException.Reason;
import trilobite.model.port.LaunchRequest;
import trilobite.model.project.ReadyPattern;
import trilobite.model.run.RunId;
import trilobite.model.time.HostClock;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.live.LaunchSpec;
import trilobite.runner.process.Detached;

/// Turns decisions into launches, and launches into keepers.
///
/// @param panics panic patterns by the project's OS profile
/// @param ends patterns of a halt on purpose, likewise
/// @param self the words that start this program, for the keeper; empty where it cannot be started
/// @param log file to which keepers write what goes wrong
public record Starting(
    Function<String, List<LinePattern>> panics,
    Function<String, List<LinePattern>> ends,
    List<String> self,
    Path log) {

  /// Everything a launch needs.
  LaunchSpec spec(Decision decision, RunPlace place) {
    var plan =
        new LaunchPlan(
            decision.qemu(),
            decision.project().name(),
            decision.folder(),
            place.runtime(),
            decision.accelerator(),
            decision.forwards(),
            decision.trusted());
    var patterns =
        new ConsoleWatch.Patterns(
            decision.target().ready().map(Starting::compile),
            () -> panics.apply(decision.project().profile()),
            () -> ends.apply(decision.project().profile()));
    return new LaunchSpec(
        place.id(),
        HostClock.wall(),
        decision.project(),
        decision.parsed().text(),
        decision.target(),
        decision.folder(),
        place.durable(),
        place.runtime(),
        QemuCommand.of(decision.target(), plan),
        decision.accelerator(),
        decision.forwards(),
        place.memory(),
        decision.buildId(),
        patterns);
  }

  private static LinePattern compile(ReadyPattern ready) {
    return ready.regex()
        ? LinePattern.regex(ready.text(), true)
        : LinePattern.text(ready.text(), true);
  }

  /// Starts a keeper: this program again, in the background, in a session of its own. It says in
  /// one JSON line which run it owns, `{"run":12}`, or why there is none.
  RunId keeper(LaunchRequest request) throws LaunchException, IOException {
    var words = new ArrayList<String>();
    words.addAll(List.of("keep", request.folder().toAbsolutePath().toString()));
    words.addAll(List.of("--target", request.target()));
    if (request.trust()) {
      words.add("--trust");
    }
    return keeper(words);
  }

  /// As [#keeper(LaunchRequest)] with the words of a verb that says such a line.
  RunId keeper(List<String> verb) throws LaunchException, IOException {
    if (self.isEmpty()) {
      throw new IOException("This program cannot start itself again; run it without --detach.");
    }
    var words = new ArrayList<>(self);
    words.addAll(verb);
    var said = new ObjectMapper().readTree(Detached.start(words, log).firstLine());
    if (said.path("run").isIntegralNumber()) {
      return new RunId(said.path("run").asLong());
    }
    throw new LaunchException(
        reason(said.path("reason").asText()),
        said.path("error").asText("The background keeper ended without a word; see " + log + "."),
        List.of());
  }

  private static Reason reason(String word) {
    for (var reason : Reason.values()) {
      if (reason.name().equals(word)) {
        return reason;
      }
    }
    return Reason.MACHINE;
  }
}
