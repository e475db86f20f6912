// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What the kernel knows about a process or a thread. Source: proc(5).
final class Kernel {

  /// USER_HZ, the same on every Linux that runs Java.
  private static final double TICKS = 100;

  private Kernel() {}

  /// Processor seconds of a process, or of one thread with its folder below `task`.
  static double seconds(Path folder) throws IOException {
    var stat = Files.readString(folder.resolve("stat"));
    var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
  }

  /// Exact processor seconds of a thread, from the scheduler's own count.
  static double threadSeconds(Path task) throws IOException {
    return Long.parseLong(Files.readString(task.resolve("schedstat")).split(" ")[0]) / 1e9;
  }

  /// MiB in memory of a process.
  static double resident(long pid) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS of " + pid);
  }

  /// The thread of a QEMU that runs its first vCPU; `debug-threads=on` gives it its name.
  static Path vcpu(long qemu) throws IOException {
    try (var tasks = Files.list(Path.of("/proc", Long.toString(qemu), "task"))) {
      for (var task : tasks.toList()) {
        if (Files.readString(task.resolve("comm")).startsWith("CPU 0/")) {
          return task;
        }
      }
    }
    throw new IOException("QEMU " + qemu + " has no vCPU thread");
  }
}
