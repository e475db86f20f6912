// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/// What this process holds just now. Memory after a collection, so that garbage is no growth.
///
/// @param folders of runs under the runtime folder
record Footprint(int threads, long files, long folders, long children, long heap, long resident) {

  static Footprint now() throws IOException {
    System.gc();
    var runtime = Runtime.getRuntime();
    return new Footprint(
        ManagementFactory.getThreadMXBean().getThreadCount(),
        count(Path.of("/proc/self/fd")),
        count(Place.runtime()),
        ProcessHandle.current().descendants().count(),
        runtime.totalMemory() - runtime.freeMemory(),
        residentNow());
  }

  private static long count(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (var files = Files.list(folder)) {
      return files.count();
    }
  }

  private static long residentNow() throws IOException {
    var pages = Files.readString(Path.of("/proc/self/statm")).split(" ")[1];
    return Long.parseLong(pages) * 4096;
  }

  /// Says what grew beyond what settles in any process; true where nothing did.
  boolean fine(Footprint later) {
    boolean fine =
        later.threads <= threads + 4
            && later.files <= files + 4
            && later.folders == 0
            && later.children == 0
            && later.heap <= heap + (16 << 20)
            && later.resident <= resident + (64 << 20);
    System.out.printf(
        "       threads %d → %d, files %d → %d, run folders %d, children %d, heap %.1f → %.1f MiB,"
            + " resident %.0f → %.0f MiB%n",
        threads, later.threads, files, later.files, later.folders, later.children,
        mib(heap), mib(later.heap), mib(resident), mib(later.resident));
    if (!fine) {
      System.out.println("       open now: " + open());
    }
    return fine;
  }

  /// Open files by what they are, numbers left out.
  private static java.util.Map<String, Integer> open() {
    var kinds = new java.util.TreeMap<String, Integer>();
    try (var files = Files.list(Path.of("/proc/self/fd"))) {
      for (var file : files.toList()) {
        if (Files.isSymbolicLink(file)) {
          kinds.merge(Files.readSymbolicLink(file).toString().replaceAll("\\d+", "N"), 1, Integer::sum);
        }
      }
    } catch (IOException e) {
      kinds.put(e.toString(), 1);
    }
    return kinds;
  }

  private static double mib(long bytes) {
    return bytes / (double) (1 << 20);
  }
}
