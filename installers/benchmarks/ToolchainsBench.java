// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.model.job.JobContext;
import trilobite.model.port.Workbench;
import trilobite.runner.Runner;

/// What other people's images and projects cost: to say what an image is, once in a fresh process
/// and again in the same, to recognise a folder of a hundred thousand files, and to build through
/// Trilobite beside the bare command.
public final class ToolchainsBench {

  private static final int FOLDERS = 100;
  private static final int FILES = 1_000;
  private static final int LOOKS = 30;
  private static final int PROCESSES = 15;
  private static final int WARM_UPS = 5;
  private static final int SOURCES = 12;
  private static final int FUNCTIONS = 20;

  private ToolchainsBench() {}

  /// @param args the words that start Java; or `look` and an image, to be told apart in this
  ///   process
  public static void main(String[] args) throws Exception {
    if (args.length == 2 && args[0].equals("look")) {
      try (var workbench = Runner.open(System.getenv(), args)) {
        System.out.println(look(workbench, Path.of(args[1])));
      }
      return;
    }
    var home = Files.createTempDirectory("tri-bench");
    try (var workbench = Runner.open(System.getenv(), args)) {
      identify(workbench, List.of(args));
      recognise(workbench, home);
      build(workbench, home);
    } finally {
      try (var all = Files.walk(home)) {
        all.sorted(java.util.Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /// The demo's own image. What tells images apart is kept in the cache by the first process of
  /// all, which is not counted; each further one still has its classes to load.
  private static void identify(Workbench workbench, List<String> java) throws Exception {
    var image = DemoProject.make(workbench).folder().resolve("build/tidepool.elf");
    var fresh = new ArrayList<Double>();
    for (int i = 0; i <= PROCESSES; i++) {
      fresh.add(freshLook(java, image));
    }
    fresh.removeFirst();
    identified("image identified by a fresh process", fresh);
    var warm = new ArrayList<Double>();
    for (int i = 0; i <= LOOKS; i++) {
      warm.add(look(workbench, image));
    }
    warm.removeFirst();
    identified("image identified", warm);
  }

  private static void identified(String name, List<Double> times) {
    new Figure(
            name,
            "what the demo's image is, by headers, marks, symbols and build-id",
            "ms",
            Optional.of(Target.atMost(50, 50)),
            Interval.of(times),
            times.size(),
            Map.of())
        .print();
  }

  private static double look(Workbench workbench, Path image) throws IOException {
    long begun = System.nanoTime();
    var found = workbench.images().identify(image);
    double took = (System.nanoTime() - begun) / 1e6;
    if (!found.bootable()) {
      throw new IOException("the demo's image was not recognised");
    }
    return took;
  }

  private static double freshLook(List<String> java, Path image) throws Exception {
    var words = new ArrayList<>(java);
    words.addAll(List.of("Bench", "ToolchainsBench", "look", image.toString()));
    var process = new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return Double.parseDouble(answer.strip());
  }

  private static void recognise(Workbench workbench, Path home) throws Exception {
    var folder = Files.createDirectory(home.resolve("big"));
    for (int i = 0; i < FOLDERS; i++) {
      var inner = Files.createDirectory(folder.resolve("f" + i));
      for (int j = 0; j < FILES; j++) {
        Files.createFile(inner.resolve(j + ".c"));
      }
    }
    Files.writeString(folder.resolve("Makefile"), "all:\n");
    Files.writeString(folder.resolve("Makefile.uk"), "\n");
    var times = new ArrayList<Double>();
    for (int i = 0; i < LOOKS; i++) {
      long begun = System.nanoTime();
      var kinds = workbench.builds().recognise(folder);
      times.add((System.nanoTime() - begun) / 1e6);
      if (kinds.stream().noneMatch(kind -> kind.toolchain().equals("unikraft"))) {
        throw new IOException("the folder was taken for " + kinds);
      }
    }
    new Figure(
            "project recognised",
            "a folder of 100,000 files, by what its toolchains say",
            "ms",
            Optional.of(Target.atMost(1000, 1000)),
            Interval.of(times),
            LOOKS,
            Map.of())
        .print();
  }

  private static void build(Workbench workbench, Path home) throws Exception {
    var folder = project(home.resolve("project"));
    workbench.projects().trust(workbench.projects().trustQuestion(folder));
    // The first pairs warm the files and the compiler's pages, and our own code.
    for (int i = 0; i < WARM_UPS; i++) {
      ours(workbench, folder);
      bare(folder);
    }
    var target = Target.atMost(1.03, 0.03);
    var pairs =
        new Pairs(target, Pairs.patience(120))
            .run(() -> ours(workbench, folder), () -> bare(folder));
    new Figure(
            "build",
            "make of " + SOURCES + " files of C through Trilobite, beside the bare command",
            "",
            Optional.of(target),
            pairs.interval(),
            pairs.count(),
            Map.of(
                "through Trilobite, median ms", pairs.ourMedian(),
                "bare, median ms", pairs.theirMedian()))
        .print();
  }

  private static Path project(Path folder) throws IOException {
    Files.createDirectories(folder);
    var functions = new StringBuilder("#include <stdio.h>\n");
    for (int i = 0; i < FUNCTIONS; i++) {
      functions.append(
          "int f%d(int a, int b) { for (int i = 0; i < b; i++) a += a / (i + 1) * %d; return a; }\n"
              .formatted(i, i + 3));
    }
    for (int i = 0; i < SOURCES; i++) {
      Files.writeString(folder.resolve("s" + i + ".c"), functions.toString());
    }
    Files.writeString(
        folder.resolve("Makefile"),
        "all: $(patsubst %.c,%.o,$(wildcard *.c))\n%.o: %.c\n\tgcc -O2 -c -o $@ $<\n");
    Files.writeString(
        folder.resolve("trilobite.toml"),
        "[project]\nname='b'\ntoolchain='command'\n[build]\ncommand=['make','-B']\n[target.default]\n");
    return folder;
  }

  private static double ours(Workbench workbench, Path folder) throws Exception {
    long begun = System.nanoTime();
    var result = workbench.builds().build(folder, "default", event -> {}, JobContext.unwatched());
    double took = (System.nanoTime() - begun) / 1e6;
    if (!result.why().isEmpty()) {
      throw new IOException(result.why());
    }
    return took;
  }

  private static double bare(Path folder) throws Exception {
    long begun = System.nanoTime();
    var process =
        new ProcessBuilder(List.of("make", "-B"))
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    process.waitFor();
    return (System.nanoTime() - begun) / 1e6;
  }
}
