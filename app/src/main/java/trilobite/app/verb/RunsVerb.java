// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import trilobite.model.command.ShellLine;
import trilobite.model.console.GuestText;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;

/// `trilobite runs` and `trilobite runs show N`.
@Command(name = "runs", description = "Lists past and present runs, newest first.")
final class RunsVerb implements Callable<Integer> {
  private static final int MOST_FRAMES = 100;
  private static final int MOST = 200;

  private final Env env;

  @Option(names = "--json", description = "one JSON object a line")
  private boolean json;

  RunsVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var runs = env.workbench().get().history().runs(MOST);
    if (json) {
      runs.forEach(r -> env.out().println(json(r)));
      return Exit.DONE;
    }
    var answer = new Answer("RUN", "PROJECT", "TARGET", "STARTED", "RESULT", "READY MS", "WHY");
    for (var r : runs) {
      answer.row(
          r.id(),
          r.project(),
          r.target(),
          Moment.local(r.started()),
          result(r),
          millis(r.readyMillis()),
          r.why());
    }
    answer.print(env);
    return Exit.DONE;
  }

  /// All that is kept of one run.
  @Command(
      name = "show",
      description = "Shows one run: result, times, image, command line, folder.")
  Integer show(
      @Parameters(paramLabel = "N", description = "the run's number") String number,
      @Option(names = "--json", description = "one JSON object") boolean object)
      throws Exception {
    var digits = number.startsWith("#") ? number.substring(1) : number;
    if (!digits.matches("\\d{1,18}")) {
      throw new VerbException(Exit.USAGE, "'" + number + "' is no run number");
    }
    var id = new RunId(Long.parseLong(digits));
    var run =
        env.workbench()
            .get()
            .history()
            .run(id)
            .orElseThrow(() -> new VerbException(Exit.ABSENT, "no run " + id + " is kept"));
    if (json || object) {
      env.out().println(json(run).put("stack", fallen(run.folder())));
      return Exit.DONE;
    }
    new Answer("RUN", run.id().toString())
        .row("project", run.project() + "  " + run.projectFolder())
        .row("target", run.target())
        .row("started", Moment.local(run.started()))
        .row("result", (result(run) + "  " + run.why()).strip())
        .row("accelerator", run.accelerator())
        .row("first byte", millis(run.firstByteMillis()) + " ms")
        .row("ready", millis(run.readyMillis()) + " ms")
        .row("image", run.image().orElse("–"))
        .row("build-id", run.buildId().orElse("–"))
        .row("folder", run.folder())
        .row("command", ShellLine.of(run.command()))
        .print(env);
    fell(run.folder()).forEach(line -> env.out().println(GuestText.visible(line)));
    return Exit.DONE;
  }

  /// The stack that a guest lay on which crashed or got stuck, and where the others' are.
  private static List<String> fell(Path folder) throws IOException {
    var lines = new ArrayList<>(fallen(folder));
    if (!lines.isEmpty()) {
      lines.addFirst("");
      lines.add("all threads: " + RunRecord.stacks(folder));
    }
    return lines;
  }

  private static List<String> fallen(Path folder) throws IOException {
    var file = RunRecord.stacks(folder);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
        .lines()
        .takeWhile(line -> !line.isEmpty())
        .limit(MOST_FRAMES)
        .toList();
  }

  private static String result(RunRecord run) {
    return run.verdict().map(v -> v.word()).orElse("running");
  }

  private static String millis(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : "–";
  }

  private static Json json(RunRecord r) {
    return new Json()
        .put("run", r.id().number())
        .put("project", r.project())
        .put("projectFolder", r.projectFolder())
        .put("target", r.target())
        .put("started", r.started())
        .put("verdict", r.verdict().map(v -> v.word()))
        .put("why", r.why())
        .put("accelerator", r.accelerator())
        .put("firstByteMs", r.firstByteMillis())
        .put("readyMs", r.readyMillis())
        .put("durationMs", r.durationMillis())
        .put("memory", r.memory())
        .put("image", r.image())
        .put("buildId", r.buildId())
        .put("command", r.command())
        .put("folder", r.folder())
        .put("bytes", r.bytes());
  }
}
