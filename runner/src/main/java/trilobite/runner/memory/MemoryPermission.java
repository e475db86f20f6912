// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Whether this user may read another process's memory, by the rules of ptrace(2) and Yama
/// (Documentation/admin-guide/LSM/Yama.rst of Linux): asked before, so that a refusal can be told
/// with its cure.
///
/// @param why one sentence: the setting in the way, and what to do; empty where nothing is
public record MemoryPermission(boolean given, String why) {

  private static final String INSTEAD =
      " Started with shared RAM (-object memory-backend-file,share=on, as Trilobite starts guests)"
          + " its memory is readable without; a QMP socket shows it slowly.";

  /// @param proc normally `/proc`
  public static MemoryPermission of(Path proc, long pid) {
    var folder = proc.resolve(Long.toString(pid));
    if (!Files.exists(folder)) {
      return new MemoryPermission(false, "Process " + pid + " has ended.");
    }
    // Opening asks what reading will: the kernel decides at open.
    try (var ignored = Files.newInputStream(folder.resolve("mem"))) {
      return new MemoryPermission(true, "");
    } catch (IOException e) {
      return new MemoryPermission(false, reason(proc, folder, pid) + INSTEAD);
    }
  }

  private static String reason(Path proc, Path folder, long pid) {
    try {
      var owner = Files.getOwner(folder);
      if (!owner.equals(Files.getOwner(proc.resolve("self")))) {
        return "Process %d belongs to %s, whose memory this user may not read."
            .formatted(pid, owner.getName());
      }
      var scope = Files.readString(proc.resolve("sys/kernel/yama/ptrace_scope")).strip();
      if (!scope.equals("0")) {
        return ("The system forbids reading another process's memory: kernel.yama.ptrace_scope is"
                + " %s. Until the next start of the machine, sudo sysctl kernel.yama.ptrace_scope=0"
                + " allows it.")
            .formatted(scope);
      }
    } catch (IOException e) {
      // Without Yama there is no such setting.
    }
    return "The system does not let this user read the memory of process " + pid + ".";
  }
}
