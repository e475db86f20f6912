// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.guest.ThreadRow;
import trilobite.model.inspect.Backtrace;
import trilobite.ui.testing.Samples;

/// Threads of a small web server under load.
final class SampleThreads {

  private SampleThreads() {}

  /// Sizes in KiB; -1 for what is not known, 0 for no holder.
  static ThreadRow of(
      long id, String name, String state, double[] figures, String waits, long holder, String top) {
    return new ThreadRow(
        id,
        name,
        state,
        state.equals("running") ? OptionalLong.of(0) : OptionalLong.empty(),
        figures[0] < 0 ? OptionalDouble.empty() : OptionalDouble.of(figures[0]),
        OptionalLong.of(Math.round(figures[1] * 1e9)),
        OptionalLong.of(Math.round(figures[1] * 100)),
        figures[0] < 0 ? OptionalDouble.empty() : OptionalDouble.of(figures[0] * 30),
        bytes(figures[2]),
        bytes(figures[3] < 0 ? -1 : 64),
        bytes(figures[3]),
        waits.isEmpty() ? Optional.empty() : Optional.of(waits),
        waits.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(38_200_000 * (1 + Math.abs(id - 5))),
        holder == 0 ? Optional.empty() : Optional.of("worker-" + (holder - 5)),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(holder),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(38_200_000),
        top.isEmpty() ? Optional.empty() : Optional.of(top),
        0x4000_0000L + id * 512);
  }

  private static OptionalLong bytes(double kib) {
    return kib < 0 ? OptionalLong.empty() : OptionalLong.of(Math.round(kib * 1024));
  }

  private static double[] n(double cpu, double seconds, double used, double peak) {
    return new double[] {cpu, seconds, used, peak};
  }

  static List<ThreadRow> some() {
    return List.of(
        of(1, "idle", "ready", n(52.8, 13.214, 0.9, 1.4), "", 0, "cpu_halt"),
        of(2, "init", "blocked", n(0.5, 1.602, 2.6, 8.1), "semaphore jobs.slots", 0, "accept_loop"),
        of(3, "tcpip_thread", "running", n(24.6, 8.902, -1, 8.2), "", 0, ""),
        of(4, "netdev0-rx", "ready", n(7.1, 3.118, 1.8, 5.6), "", 0, "virtio_netdev_recv"),
        of(5, "worker-0", "blocked", n(3.6, 5.446, 5.1, 18.4), "mutex pages.lock", 7, "pool_get"),
        of(6, "worker-1", "blocked", n(3.1, 5.282, 51.6, 58.2), "mutex pages.lock", 7, "pool_get"),
        of(
            7,
            "worker-2",
            "sleeping",
            n(5.8, 5.731, 6.2, 19.0),
            "device virtio-blk0",
            0,
            "store_append"),
        of(8, "worker-3", "blocked", n(2.4, 4.901, 5.1, 12.3), "mutex pages.lock", 7, "pool_put"),
        of(9, "stats", "sleeping", n(0.1, 0.021, 1.4, 3.5), "", 0, "stats_main"),
        of(10, "loader", "exited", n(-1, 0.196, -1, -1), "", 0, ""));
  }

  /// Two workers that wait for each other, and one behind them.
  static List<ThreadRow> deadlocked() {
    var rows = new ArrayList<>(some());
    rows.set(
        4, of(5, "worker-0", "blocked", n(0, 5.446, 5.1, 18.4), "mutex b.lock", 6, "pool_get"));
    rows.set(
        5, of(6, "worker-1", "blocked", n(0, 5.282, 5.0, 18.2), "mutex a.lock", 5, "pool_get"));
    rows.set(
        7, of(8, "worker-3", "blocked", n(0, 4.901, 5.1, 12.3), "mutex a.lock", 5, "pool_put"));
    return rows;
  }

  /// As many as asked for, a third of them blocked by the one before.
  static List<ThreadRow> many(int count, int turn) {
    var rows = new ArrayList<ThreadRow>();
    for (int i = 1; i <= count; i++) {
      boolean waits = i % 3 == 0;
      rows.add(
          of(
              i,
              "worker-" + (i - 5),
              waits ? "blocked" : "ready",
              n((i * 37 + turn * 11) % 100 / 10.0, i + turn, 4, 8),
              waits ? "mutex m" : "",
              waits ? i - 1 : 0,
              "work"));
    }
    return rows;
  }

  /// How worker-0 came to where it waits.
  static Backtrace stack() {
    return new Backtrace(
        OptionalLong.of(5),
        "worker-0",
        List.of(
            frame(0, "wait_on", "/tide/sync.c", 41, ""),
            frame(1, "mutex_lock", "/tide/sync.c", 88, "&pages.lock"),
            frame(2, "pool_get", Samples.FOLDER + "/src/pool.c", 57, "&pages"),
            frame(3, "handle_request", Samples.FOLDER + "/src/http.c", 85, "0x9f1080"),
            frame(4, "worker_main", Samples.FOLDER + "/src/main.c", 64, "")),
        Optional.empty(),
        Optional.empty());
  }

  private static Backtrace.Frame frame(int level, String name, String file, int line, String arg) {
    var locals =
        arg.isEmpty()
            ? List.<Backtrace.Local>of()
            : List.of(new Backtrace.Local("p", "void *", arg, true));
    return new Backtrace.Frame(level, 0x401000 + level * 64L, name, file, line, false, locals);
  }
}
