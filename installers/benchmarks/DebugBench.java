// SPDX-License-Identifier: Apache-2.0
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.build.BuildResult.Outcome;
import trilobite.model.job.JobContext;
import trilobite.model.port.AttachRequest;
import trilobite.model.port.LiveGuest;
import trilobite.model.port.Workbench;
import trilobite.runner.Runner;
import trilobite.runner.image.ElfReader;
import trilobite.runner.image.FileBytes;

/// From choosing an image with much debug information, for a guest that runs, to its first threads
/// in a table: with nothing kept from before, when gdb must read it, and with its layouts kept. The
/// image is the demo guest's with further C of its own, as much of it as gives 50 MB of DWARF.
public final class DebugBench {

  private static final long LEAST_DWARF = 50_000_000;
  private static final int FILES = 50;
  private static final int STRUCTS = 600;
  private static final int MEMBERS = 60;
  private static final int COLD = 8;
  private static final int CACHED = 30;
  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private DebugBench() {}

  /// @param args the words that start Java, class path last; or `once`, a QMP socket and an image
  public static void main(String[] args) throws Exception {
    if (args[0].equals("once")) {
      try (var workbench = Runner.open(System.getenv())) {
        System.out.println(
            "first rows after " + firstRows(workbench, Path.of(args[1]), Path.of(args[2])));
      }
      return;
    }
    try (var workbench = Runner.open(System.getenv())) {
      var project = DemoProject.make(workbench, "debug");
      var qmp = Path.of(System.getenv("XDG_RUNTIME_DIR"), "second.sock");
      prepare(workbench, project.folder());
      var image = project.folder().resolve("build/tidepool.elf");
      long bytes = dwarf(image);
      if (bytes < LEAST_DWARF) {
        throw new IOException("only " + bytes + " bytes of DWARF");
      }
      var qemu = start(image, qmp);
      try {
        // The first look of all waits until the guest has booted.
        firstRows(workbench, qmp, image);
        measure(workbench, qmp, image, bytes / 1e6, List.of(args));
      } finally {
        qemu.destroyForcibly().onExit().join();
      }
    }
  }

  private static void measure(
      Workbench workbench, Path qmp, Path image, double megabytes, List<String> java)
      throws Exception {
    var cold = new ArrayList<Double>();
    for (int i = 0; i < COLD; i++) {
      forget();
      cold.add(firstRows(workbench, qmp, image));
    }
    forget();
    double freshCold = fresh(java, qmp, image);
    var freshCached = fresh(java, qmp, image);
    var cached = new ArrayList<Double>();
    for (int i = 0; i < CACHED; i++) {
      cached.add(firstRows(workbench, qmp, image));
    }
    figure("first rows, cold", "no layouts kept from before", cold, 2_000, megabytes, freshCold);
    figure("first rows, cached", "layouts kept", cached, 100, megabytes, freshCached);
  }

  private static void figure(
      String name, String how, List<Double> times, double most, double megabytes, double fresh) {
    new Figure(
            name,
            "from choosing an image to its threads in a table, " + how,
            "ms",
            Optional.of(Target.atMost(most, most)),
            Interval.of(times),
            times.size(),
            Map.of("DWARF of the image, MB", megabytes, "in a fresh process, once, ms", fresh))
        .print();
  }

  /// Adds the C to the project and builds it.
  private static void prepare(Workbench workbench, Path folder) throws Exception {
    for (int file = 0; file < FILES; file++) {
      write(folder.resolve("src/bulk" + file + ".c"), file);
    }
    var built = workbench.builds().build(folder, "default", _ -> {}, JobContext.unwatched());
    if (built.outcome() != Outcome.DONE) {
      throw new IOException("it could not be built: " + built);
    }
  }

  /// A guest that nobody looks at yet, as somebody else would start it.
  private static Process start(Path image, Path qmp) throws Exception {
    var words =
        List.of(
            "qemu-system-x86_64",
            "-nodefaults",
            "-display",
            "none",
            "-cpu",
            "max",
            "-m",
            "64M",
            "-object",
            "memory-backend-file,id=ram0,share=on,size=64M,mem-path="
                + qmp.resolveSibling("second.ram"),
            "-machine",
            "q35,memory-backend=ram0",
            "-kernel",
            image.toString(),
            "-append",
            "--port 80 --workers 4",
            "-netdev",
            "user,id=nic0,restrict=on",
            "-device",
            "virtio-net-pci,netdev=nic0",
            "-qmp",
            "unix:" + qmp + ",server=on,wait=off");
    var qemu = new ProcessBuilder(words).inheritIO().start();
    Until.holds(() -> Files.exists(qmp), "QEMU");
    return qemu;
  }

  private static void write(Path path, int file) throws IOException {
    try (var out = Files.newBufferedWriter(path, StandardCharsets.US_ASCII)) {
      for (int i = 0; i < STRUCTS; i++) {
        struct(out, file + "_" + i);
      }
    }
  }

  private static void struct(BufferedWriter out, String name) throws IOException {
    out.write("struct bulk" + name + " {");
    for (int member = 0; member < MEMBERS; member++) {
      out.write(" unsigned long field" + name + "_" + member + ";");
    }
    out.write(" };\nstatic __attribute__((used)) unsigned long look" + name);
    out.write("(const struct bulk" + name + " *at) { return at->field" + name + "_7; }\n");
  }

  private static long dwarf(Path image) throws IOException {
    try (var file = new FileBytes(image)) {
      return ElfReader.read(file).sections().stream()
          .filter(section -> section.name().startsWith(".debug_"))
          .mapToLong(section -> section.size())
          .sum();
    }
  }

  /// Milliseconds.
  private static double firstRows(Workbench workbench, Path qmp, Path image) throws Exception {
    var request =
        new AttachRequest(
            new AttachRequest.OfSocket(qmp),
            Optional.of(image),
            "auto",
            "again",
            AttachRequest.Monitor.TAKE,
            false,
            false);
    long begun = System.nanoTime();
    var guest = workbench.elsewhere().attach(request, JobContext.unwatched());
    try {
      long late = begun + PATIENCE_NANOS;
      while (rows(guest) == 0) {
        if (System.nanoTime() > late) {
          throw new IOException("no threads: " + guest.eyes().threads());
        }
        Thread.sleep(0, 200_000);
      }
      return (System.nanoTime() - begun) / 1e6;
    } finally {
      guest.stop();
    }
  }

  private static int rows(LiveGuest guest) {
    return guest.eyes().threads().value().map(listing -> listing.rows().size()).orElse(0);
  }

  private static double fresh(List<String> java, Path qmp, Path image) throws Exception {
    var words = new ArrayList<>(java);
    words.addAll(List.of("Bench", "DebugBench", "once", qmp.toString(), image.toString()));
    var child = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var mark = "first rows after ";
    try (var lines = child.inputReader().lines()) {
      return lines
          .filter(line -> line.startsWith(mark))
          .map(line -> Double.parseDouble(line.substring(mark.length())))
          .findFirst()
          .orElseThrow(() -> new IOException("a fresh process read nothing"));
    }
  }

  private static void forget() throws IOException {
    var kept = Path.of(System.getenv("XDG_CACHE_HOME"), "trilobite", "types");
    if (Files.isDirectory(kept)) {
      try (var files = Files.walk(kept)) {
        files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
  }
}
