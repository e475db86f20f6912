// SPDX-License-Identifier: Apache-2.0
package trilobite.model.guest;

import java.util.Locale;

/// What a thread's state means for the CPU, whatever word its kernel has for it.
public enum ThreadKind {
  /// On the CPU now.
  RUNNING("running"),
  /// Could run.
  READY("ready"),
  /// Waits for a lock or for another thread.
  BLOCKED("blocked"),
  /// Waits for time or for a device.
  WAITING("waiting"),
  /// Has ended; its record is still there.
  EXITED("exited"),
  /// Its word says nothing that is known here.
  OTHER("other");

  private final String word;

  ThreadKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  /// By the word that the OS profile gives the state.
  public static ThreadKind of(String state) {
    return switch (state.toLowerCase(Locale.ROOT)) {
      case "running", "current", "on cpu" -> RUNNING;
      case "ready", "runnable", "queued", "created", "new" -> READY;
      case "blocked", "locked", "waiting for lock", "uninterruptible" -> BLOCKED;
      case "waiting", "sleeping", "interruptible", "idle", "suspended", "parked", "stopped" ->
          WAITING;
      case "exited", "dead", "zombie", "finished", "terminated", "joined" -> EXITED;
      default -> OTHER;
    };
  }

  /// True where it could use a CPU.
  public boolean runnable() {
    return this == RUNNING || this == READY;
  }
}
