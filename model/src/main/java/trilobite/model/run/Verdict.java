// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// How a run ended. Decided from QMP events and console patterns, never from an exit code alone.
public enum Verdict {
  STOPPED("stopped"),
  POWEROFF("poweroff"),
  CRASHED("crashed"),
  HUNG("hung"),
  NEVER_READY("never-ready"),
  KILLED("killed"),
  LOST("lost");

  private final String word;

  Verdict(String word) {
    this.word = word;
  }

  /// The word in events, JSON and history.
  public String word() {
    return word;
  }

  /// True where the run ended as someone wanted it to; the others are shown in red and exit with 1.
  public boolean fine() {
    return this == STOPPED || this == POWEROFF;
  }
}
