// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import trilobite.model.machine.MachineCheck;
import trilobite.model.machine.MachineCheck.State;
import trilobite.model.machine.MachineReport;

/// What the page says of a report. Pure.
final class MachineModel {

  private MachineModel() {}

  /// Whatever needs someone's hand comes first; else the order of the report.
  static List<MachineCheck> ordered(MachineReport report) {
    return report.checks().stream().sorted(Comparator.comparingInt(MachineModel::weight)).toList();
  }

  private static int weight(MachineCheck check) {
    return switch (check.state()) {
      case MISSING -> 0;
      case WARNING -> 1;
      case RUNNING, OK, INFO -> 2;
    };
  }

  /// One sentence on the whole.
  static String summary(MachineReport report) {
    long missing = count(report, State.MISSING);
    long warnings = count(report, State.WARNING);
    long running = count(report, State.RUNNING);
    if (missing > 0) {
      return missing == 1 ? "1 thing is missing." : missing + " things are missing.";
    }
    if (running > 0) {
      return "Still being tried: " + running + (running == 1 ? " check." : " checks.");
    }
    if (warnings > 0) {
      return warnings == 1
          ? "Guests run. 1 thing could be better."
          : "Guests run. " + warnings + " things could be better.";
    }
    return "Everything is there.";
  }

  private static long count(MachineReport report, State state) {
    return report.checks().stream().filter(check -> check.state() == state).count();
  }

  /// What `auto` means now, and why.
  static String accelerator(MachineReport report) {
    var accelerator = report.accelerator();
    var name = accelerator.name().toUpperCase(java.util.Locale.ROOT);
    return accelerator.why().isEmpty() ? name : name + ": " + accelerator.why();
  }

  /// Such as `checked 2 s ago`.
  static String age(MachineReport report, Instant now) {
    long seconds = Math.max(0, now.getEpochSecond() - report.checkedAt().getEpochSecond());
    if (seconds < 120) {
      return "checked " + seconds + " s ago";
    }
    return seconds < 7200
        ? "checked " + seconds / 60 + " min ago"
        : "checked " + seconds / 3600 + " h ago";
  }

  /// The state as a word, because a shape alone is not enough.
  static String word(State state) {
    return switch (state) {
      case OK -> "fine";
      case INFO -> "for your information";
      case WARNING -> "could be better";
      case MISSING -> "missing";
      case RUNNING -> "being tried";
    };
  }
}
