// SPDX-License-Identifier: Apache-2.0
package trilobite.model.run;

/// How a run ended. Decided from QMP events and console patterns, never from an exit code alone.
public enum Verdict {
  STOPPED("stopped", "stopped"),
  POWEROFF("poweroff", "power off"),
  CRASHED("crashed", "crashed"),
  HUNG("hung", "hung"),
  NEVER_READY("never-ready", "never ready"),
  KILLED("killed", "killed"),
  LOST("lost", "lost"),
  /// Trilobite let go of a guest that it had not started; the guest goes on.
  DETACHED("detached", "detached");

  private final String word;
  private final String words;

  Verdict(String word, String words) {
    this.word = word;
    this.words = words;
  }

  /// The word in events, JSON and history.
  public String word() {
    return word;
  }

  /// The verdict as people read it.
  public String words() {
    return words;
  }

  /// True where the run ended as someone wanted it to; the others are shown in red and exit with 1.
  public boolean fine() {
    return this == STOPPED || this == POWEROFF || this == DETACHED;
  }
}
