// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.run.Verdict;
import trilobite.runner.console.ConsoleWatch.Hit;
import trilobite.runner.guard.QemuExit;

/// A verdict with the sentence behind it. The rules look at events and console, not at exit codes:
/// a unikernel's are its own business (some always leave with 83).
public record Judgement(Verdict verdict, String why) {

  /// A panic line this long before the end belongs to it.
  private static final double RECENT_MILLIS = 5_000;

  /// Seconds since the boot, as many kernels write them before each line.
  private static final Pattern STAMP = Pattern.compile("^\\s*\\[\\s*\\d{1,9}\\.\\d{1,9}\\]\\s*");

  /// @param panic newest panic line on the console
  /// @param t run time of the cause
  /// @param exitDevice the guest has a device through which it may end QEMU
  static Judgement of(Cause cause, Optional<Hit> panic, double t, boolean exitDevice) {
    return of(cause, panic, Optional.empty(), t, exitDevice);
  }

  /// @param end newest line with which the guest said that it halts
  static Judgement of(
      Cause cause, Optional<Hit> panic, Optional<Hit> end, double t, boolean exitDevice) {
    return switch (cause) {
      // The verdict says it all.
      case Cause.Asked asked -> new Judgement(Verdict.STOPPED, "");
      case Cause.Panicked panicked -> crashed("The guest reported a panic", panic);
      case Cause.PanicLine line -> crashed("The guest panicked", panic);
      case Cause.Stuck stuck ->
          panic.isPresent() ? crashed("The guest panicked and stands still", panic) : stands(end);
      case Cause.Late(var within, var found) ->
          new Judgement(
              Verdict.NEVER_READY,
              "The ready pattern did not appear within "
                  + within
                  + " ms of the start."
                  + (found.isEmpty() ? "" : " " + found));
      case Cause.Broken(var why) ->
          new Judgement(Verdict.LOST, why + " The guest was ended, for nobody could control it.");
      case Cause.Shutdown(var reason) -> shutdown(reason, recent(panic, t));
      case Cause.Gone(var exit) -> gone(exit, recent(panic, t), exitDevice);
      case Cause.Owners(var reason) ->
          new Judgement(Verdict.STOPPED, "Its owner ended it (" + reason + ").");
      case Cause.Left left -> left(recent(panic, t), exitDevice);
      case Cause.Unwatched(var why) ->
          new Judgement(Verdict.LOST, why + " The guest was left as it was.");
    };
  }

  /// Some kernels cannot power off: they say that they halt, and stop.
  private static Judgement stands(Optional<Hit> end) {
    return end.map(hit -> new Judgement(Verdict.POWEROFF, "The guest halted: " + hit.line() + "."))
        .orElseGet(
            () ->
                new Judgement(
                    Verdict.HUNG,
                    "All vCPUs are halted or in an empty loop with interrupts off; nothing can get"
                        + " the guest out of it."));
  }

  private static Judgement shutdown(String reason, Optional<Hit> panic) {
    return switch (reason) {
      case "guest-reset" ->
          crashed("The machine was reset: a triple fault, or a reset by the guest", panic);
      case "guest-panic" -> crashed("The guest reported a panic", panic);
      case "guest-shutdown" ->
          panic.isPresent()
              ? crashed("The guest panicked and powered off", panic)
              : new Judgement(Verdict.POWEROFF, "The guest powered off.");
      default -> new Judgement(Verdict.KILLED, "QEMU was ended from outside (" + reason + ").");
    };
  }

  private static Judgement gone(QemuExit exit, Optional<Hit> panic, boolean exitDevice) {
    if (exit.signal().isPresent()) {
      return new Judgement(
          Verdict.KILLED, "QEMU was killed by signal " + exit.signal().getAsInt() + ".");
    }
    if (exit.status() < 0) {
      return new Judgement(Verdict.KILLED, "QEMU's guard was killed, and QEMU with it.");
    }
    if (panic.isPresent()) {
      return crashed("The guest panicked and ended QEMU", panic);
    }
    if (exitDevice) {
      return new Judgement(
          Verdict.POWEROFF, "The guest ended QEMU with exit status " + exit.status() + ".");
    }
    var error = exit.lastError().isEmpty() ? "" : ": " + exit.lastError();
    return new Judgement(
        Verdict.KILLED, "QEMU ended by itself with exit status " + exit.status() + error + ".");
  }

  private static Judgement left(Optional<Hit> panic, boolean exitDevice) {
    if (panic.isPresent()) {
      return crashed("The guest panicked and ended QEMU", panic);
    }
    return exitDevice
        ? new Judgement(
            Verdict.POWEROFF,
            "QEMU ended without a word, as when the guest ends it by its isa-debug-exit; a kill"
                + " from outside looks the same.")
        : new Judgement(
            Verdict.KILLED,
            "QEMU ended without a word; its exit status went to the command that started it.");
  }

  /// The guest's own words first: they are what tells one crash from another, in lists too that
  /// have no room for more.
  private static Judgement crashed(String what, Optional<Hit> panic) {
    var said = panic.map(hit -> STAMP.matcher(hit.line()).replaceFirst("").strip());
    return new Judgement(
        Verdict.CRASHED,
        said.filter(words -> !words.isEmpty()).map(words -> ended(words) + " ").orElse("")
            + what
            + ".");
  }

  private static String ended(String words) {
    return words.endsWith(".") ? words : words + ".";
  }

  private static Optional<Hit> recent(Optional<Hit> panic, double t) {
    return panic.filter(hit -> t - hit.t() < RECENT_MILLIS);
  }
}
