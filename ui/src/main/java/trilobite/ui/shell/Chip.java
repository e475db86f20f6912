// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import trilobite.model.console.GuestText;
import trilobite.model.run.RunState;
import trilobite.model.run.RunStatus;
import trilobite.ui.session.Words;

/// What the state chip says: a shape, a word, a tone, details and the reasons behind them.
///
/// @param details such as `booted in 412 ms`, most important first
/// @param why the tooltip
record Chip(Shape shape, String word, Tone tone, List<String> details, String why) {

  /// One shape a state, so that colour is never alone.
  enum Shape {
    RING,
    HALF_TURNING,
    HALF,
    ROUND,
    BARS,
    SQUARE
  }

  /// Colour of a chip.
  enum Tone {
    QUIET,
    BUSY,
    OK,
    WARN,
    BAD
  }

  /// The chip for what is known now.
  ///
  /// @param now run time in ms, for the seconds a booting guest has taken so far
  static Chip of(Optional<RunStatus> status, boolean building, boolean starting, double now) {
    if (starting) {
      return new Chip(
          Shape.HALF_TURNING, "Starting", Tone.BUSY, List.of(), "QEMU is being started");
    }
    boolean alive = status.map(one -> one.state() != RunState.ENDED).orElse(false);
    if (building && !alive) {
      return new Chip(Shape.HALF_TURNING, "Building", Tone.BUSY, List.of(), "A build is under way");
    }
    return status
        .map(one -> of(one, now))
        .orElse(new Chip(Shape.RING, "No guest", Tone.QUIET, List.of(), "Nothing was run yet"));
  }

  /// Name of the guest where it is not the open project's.
  static Optional<String> other(Optional<RunStatus> status, Optional<String> openProject) {
    return status
        .map(RunStatus::project)
        .filter(name -> !openProject.equals(Optional.of(name)))
        .map(GuestText::visible);
  }

  /// The same of a guest that is not the open project's: whose it is comes first.
  Chip named(String guest) {
    var all = new ArrayList<String>();
    all.add(guest);
    all.addAll(details);
    return new Chip(shape, word, tone, List.copyOf(all), why);
  }

  private static Chip of(RunStatus status, double now) {
    var why = why(status);
    return switch (status.state()) {
      case BUILDING -> new Chip(Shape.HALF_TURNING, "Building", Tone.BUSY, List.of(), why);
      case STARTING -> new Chip(Shape.HALF_TURNING, "Starting", Tone.BUSY, List.of(), why);
      case BOOTING ->
          new Chip(Shape.HALF, "Booting", Tone.BUSY, facts(status, Words.span(now)), why);
      case RUNNING -> new Chip(Shape.ROUND, "Running", Tone.OK, facts(status, booted(status)), why);
      case PAUSED -> new Chip(Shape.BARS, "Paused", Tone.WARN, facts(status, booted(status)), why);
      case ENDED -> ended(status, why);
    };
  }

  private static Chip ended(RunStatus status, String why) {
    var word = status.verdict().map(Words::of).orElse("Ended");
    boolean fine = status.verdict().map(verdict -> verdict.fine()).orElse(true);
    var after = new ArrayList<String>();
    status.endedAt().ifPresent(at -> after.add("after " + Words.span(at)));
    return new Chip(Shape.SQUARE, word, fine ? Tone.QUIET : Tone.BAD, after, why);
  }

  /// `booted in` once ready, or once the first byte came where no ready pattern is known.
  private static String booted(RunStatus status) {
    if (status.ready().isPresent()) {
      return "booted in " + Words.span(status.ready().getAsDouble());
    }
    return status.firstByte().isPresent()
        ? "first byte after " + Words.span(status.firstByte().getAsDouble())
        : "";
  }

  private static List<String> facts(RunStatus status, String first) {
    var facts = new ArrayList<String>();
    if (!first.isEmpty()) {
      facts.add(first);
    }
    status.accelerator().ifPresent(one -> facts.add(one.name().toUpperCase(Locale.ROOT)));
    status.pid().ifPresent(pid -> facts.add("pid " + pid));
    return facts;
  }

  private static String why(RunStatus status) {
    var lines = new ArrayList<String>();
    lines.add("Run " + status.id() + ", target " + status.target());
    if (!status.why().isEmpty()) {
      lines.add(status.why());
    }
    status
        .accelerator()
        .ifPresent(one -> lines.add(one.name().toUpperCase(Locale.ROOT) + ": " + one.why()));
    status.firstByte().ifPresent(ms -> lines.add("First byte after " + Words.span(ms)));
    status.ready().ifPresent(ms -> lines.add("Ready after " + Words.span(ms)));
    status.processMillis().ifPresent(ms -> lines.add("QEMU itself took " + Words.span(ms)));
    return String.join("\n", lines);
  }

  /// The chip in one sentence, for screen readers.
  String spoken() {
    return details.isEmpty() ? word : word + ", " + String.join(", ", details);
  }
}
