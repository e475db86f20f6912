// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.guest.Views;
import trilobite.model.job.JobContext;
import trilobite.model.port.LaunchRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.model.query.QueryTerms;
import trilobite.runner.Runner;

/// How long it takes to list a thousand threads of the demo guest, beside a gdb script that lists
/// the same through QEMU's stub, and to join threads with sockets in SQL.
public final class EyesBench {

  private static final int THREADS = 1_000;
  private static final int WARM_UPS = 1_000;
  private static final int GROUPS = 20;
  private static final int READS = 25;
  private static final String JOIN =
      "select t.name, t.state, s.local, s.remote, s.state"
          + " from threads t left join sockets s on s.thread_id = t.id";

  /// The same work as ours, but for the deepest use of each stack, which we look up again only for
  /// threads that ran since. Only the walk is timed.
  private static final String SCRIPT =
      """
      import gdb, time
      thread = gdb.lookup_type('struct thread').pointer()
      word_at = gdb.lookup_type('unsigned long').pointer()
      head = gdb.parse_and_eval('&tide_threads')
      skip = {'schedule', 'schedule_block', 'schedule_if_needed', 'wait_on', 'semaphore_wait', 'mutex_lock',
              'thread_sleep', 'thread_yield', 'preempt_enable', 'sys_arch_mbox_fetch', 'sys_arch_sem_wait'}
      def word(at):
          return int(gdb.Value(at).cast(word_at).dereference())
      def function(pc):
          block = gdb.block_for_pc(pc)
          while block and (block.function is None or block.function.symtab is None):
              block = block.superblock
          return block.function.name if block else '?'
      def top(t):
          sp, low = int(t['sp']), int(t['stack_base'])
          high = low + int(t['stack_size'])
          pc, frame = word(sp + 48), word(sp + 40)
          for i in range(16):
              name = function(pc if i == 0 else pc - 1)
              if name not in skip or not low <= frame < high - 15:
                  return name
              pc, frame = word(frame + 8), word(frame)
      def waits(t):
          on = t['waits_on']
          if not on:
              return None
          owner = on['owner']
          return str(on['kind']), on['name'].string(), owner['name'].string() if owner else None
      begun = time.monotonic()
      at, rows = head['next'], 0
      while at != head:
          t = at.cast(thread)
          state = int(t['state'])
          str((t['id'], t['name'].string(), state, t['run_ns'], t['switches'], t['sp'], t['stack_base'],
               t['stack_size'], waits(t), None if state == 2 else top(t)))
          at, rows = at['next'], rows + 1
      print('listed', rows, 1000 * (time.monotonic() - begun))
      """;

  private EyesBench() {}

  public static void main(String[] args) throws Exception {
    try (var workbench = Runner.open(System.getenv(), args)) {
      var project = DemoProject.make(workbench);
      var stub = Path.of(System.getenv("XDG_RUNTIME_DIR"), "gdb.sock");
      var file = project.folder().resolve("trilobite.toml");
      Files.writeString(
          file,
          Files.readString(file)
              .replace(
                  "memory = \"64M\"",
                  "memory = \"128M\"\nqemu = [\"-gdb\", \"unix:%s,server=on,wait=off\"]"
                      .formatted(stub)));
      var guest =
          workbench
              .guests()
              .launch(
                  new LaunchRequest(project.folder(), "default", true, false),
                  JobContext.unwatched());
      try {
        fill(guest, project.port());
        threads(guest);
        script(guest, stub, project.folder().resolve("build/tidepool.dbg"));
        join(workbench, guest);
      } finally {
        guest.stop();
      }
    }
  }

  private static void fill(LiveGuest guest, int port) throws Exception {
    Until.holds(() -> guest.status().ready().isPresent(), "the guest to be ready");
    var address = URI.create("http://127.0.0.1:" + port + "/do/spawn?" + THREADS + "&many").toURL();
    var request = (HttpURLConnection) address.openConnection();
    request.setRequestMethod("POST");
    try (var in = request.getInputStream()) {
      in.readAllBytes();
    }
    Until.holds(() -> rows(guest) >= THREADS, "a thousand threads");
  }

  private static int rows(LiveGuest guest) {
    return guest.eyes().threads().value().map(listing -> listing.rows().size()).orElse(0);
  }

  private static void threads(LiveGuest guest) {
    for (int i = 0; i < WARM_UPS; i++) {
      var unused = rows(guest);
    }
    var medians = new ArrayList<Double>();
    var work = new ArrayList<Double>();
    var clock = ManagementFactory.getThreadMXBean();
    int missed = 0;
    for (int group = 0; group < GROUPS; group++) {
      var times = new ArrayList<Double>();
      while (times.size() < READS && missed < READS) {
        long cpu = clock.getCurrentThreadCpuTime();
        long begun = System.nanoTime();
        if (rows(guest) >= THREADS) {
          times.add((System.nanoTime() - begun) / 1e6);
          work.add((clock.getCurrentThreadCpuTime() - cpu) / 1e6);
        } else {
          missed++;
        }
      }
      medians.add(median(times));
    }
    var interval = Interval.ofMedian(medians);
    new Figure(
            "threads listed",
            "a thousand threads of a running guest, with stack, waits and top frame; no pause",
            "ms",
            Optional.of(Target.atMost(1.0, 1.0)),
            interval,
            GROUPS * READS,
            Map.of("torn or cut", missed, "of our own CPU, median ms", median(work)))
        .print();
  }

  private static void script(LiveGuest guest, Path stub, Path symbols) throws Exception {
    var script = Files.createTempFile("threads", ".py");
    Files.writeString(script, SCRIPT);
    // A ratio of hundreds is never known to some dozens; far above the bound it need not be.
    var target = Target.atLeast(100, 1000);
    var pairs =
        new Pairs(target, Pairs.patience(60))
            .run(() -> byGdb(script, stub, symbols), () -> ours(guest));
    Files.delete(script);
    new Figure(
            "threads beside gdb",
            "a gdb script's walk through QEMU's stub, the guest paused, against ours, in turn",
            "",
            Optional.of(target),
            pairs.interval(),
            pairs.count(),
            Map.of("gdb, median ms", pairs.ourMedian(), "ours, median ms", pairs.theirMedian()))
        .print();
  }

  private static double ours(LiveGuest guest) {
    var times = new ArrayList<Double>();
    while (times.size() < READS) {
      long begun = System.nanoTime();
      if (rows(guest) >= THREADS) {
        times.add((System.nanoTime() - begun) / 1e6);
      }
    }
    return median(times);
  }

  private static double byGdb(Path script, Path stub, Path symbols) throws IOException {
    var gdb =
        new ProcessBuilder(
                "gdb",
                "-nx",
                "-batch",
                "-iex",
                "set auto-load off",
                symbols.toString(),
                "-ex",
                "target remote " + stub,
                "-x",
                script.toString(),
                "-ex",
                "detach")
            .redirectErrorStream(true)
            .start();
    var said = new String(gdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var listed =
        said.lines()
            .filter(line -> line.startsWith("listed "))
            .map(line -> line.split(" "))
            .filter(words -> Integer.parseInt(words[1]) >= THREADS)
            .findFirst()
            .orElseThrow(() -> new IOException("gdb listed too few: " + said));
    return Double.parseDouble(listed[2]);
  }

  private static void join(Workbench workbench, LiveGuest guest) throws Exception {
    var times = new ArrayList<Double>();
    for (int i = 0; i < 2 * GROUPS; i++) {
      long begun = System.nanoTime();
      var answer = workbench.queries().ask(JOIN, QueryTerms.USUAL, () -> guest);
      double millis = (System.nanoTime() - begun) / 1e6;
      if (answer.rows().size() < THREADS) {
        throw new IllegalStateException("rows are missing");
      }
      if (i >= GROUPS) {
        times.add(millis);
      }
    }
    new Figure(
            "sql join",
            "threads joined with sockets, both read for it: "
                + Views.THREADS.name()
                + ", "
                + Views.SOCKETS.name(),
            "ms",
            Optional.of(Target.atMost(50, 50)),
            Interval.of(times),
            times.size(),
            Map.of())
        .print();
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
