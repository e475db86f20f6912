// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import trilobite.app.Terminal;

/// A person's folders, made for one test and removed after it, and what the machine knows of the
/// programs that run in them.
final class Home implements AutoCloseable {

  private final Path root;
  private final Path shm;

  Home() {
    try {
      root = Files.createTempDirectory("tri-home-");
      shm = Files.createTempDirectory(Path.of("/dev/shm"), "tri-");
    } catch (IOException failure) {
      throw new java.io.UncheckedIOException(failure);
    }
  }

  Map<String, String> env() {
    return Map.of(
        "PATH", System.getenv("PATH"),
        "HOME", root.toString(),
        "XDG_CONFIG_HOME", root.resolve("config").toString(),
        "XDG_STATE_HOME", root.resolve("state").toString(),
        "XDG_CACHE_HOME", root.resolve("cache").toString(),
        "XDG_DATA_HOME", root.resolve("data").toString(),
        "XDG_RUNTIME_DIR", shm.toString());
  }

  /// Where the program makes its demo project.
  Path project() {
    return root.resolve("data/trilobite/tidepool");
  }

  /// A folder for what a person saves.
  Path desktop() throws IOException {
    return Files.createDirectories(root.resolve("desktop"));
  }

  /// The durable folder of the first, second, … run.
  Path run(int nth) throws IOException {
    return Terminal.run(root, nth);
  }

  String console(int run) throws IOException {
    return Files.readString(run(run).resolve("console.log"), StandardCharsets.UTF_8);
  }

  /// The process ids of the QEMUs that run below this home, as the kernel lists them.
  List<Long> qemus() {
    var found = new ArrayList<Long>();
    for (var process : ProcessHandle.allProcesses().toList()) {
      try {
        var proc = Path.of("/proc/" + process.pid());
        if (Files.readSymbolicLink(proc.resolve("exe")).toString().contains("qemu-system")
            && Files.readString(proc.resolve("cmdline")).contains(shm.toString())) {
          found.add(process.pid());
        }
      } catch (IOException goneOrNotOurs) {
        // Others' processes cannot be read, and none of them is one of ours.
      }
    }
    return found;
  }

  @Override
  public void close() {
    remove(root);
    remove(shm);
  }

  /// A job of a window that was just closed may still read the history, which makes files beside
  /// it.
  private static void remove(Path folder) {
    Patience.until("all of " + folder + " to be removed", () -> removed(folder));
  }

  private static boolean removed(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var all = Files.walk(folder)) {
        for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    }
    return Files.notExists(folder);
  }
}
