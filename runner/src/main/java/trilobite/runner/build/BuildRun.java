// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.job.JobContext;
import trilobite.model.time.HostClock;
import trilobite.runner.process.LongCommand;
import trilobite.runner.toolchain.Toolchain;

/// One run of a build command: output, progress and problems as they come.
final class BuildRun {

  private final BuildPlan plan;
  private final Path folder;
  private final Consumer<BuildEvent> listener;
  private final JobContext context;
  private final DiagnosticParser problems;
  private final ProgressReader progress;
  private final FileClock clock;

  /// How the last command ended.
  record End(List<String> command, int code, boolean stopped, DiagnosticParser problems) {}

  /// @param expected steps that an earlier build of the kind had; 0 where that is not known
  BuildRun(
      BuildPlan plan,
      TrustedProject project,
      int expected,
      Consumer<BuildEvent> listener,
      JobContext context) {
    this.plan = plan;
    this.folder = project.folder();
    this.listener = inOrder(listener);
    this.context = context;
    this.problems =
        new DiagnosticParser(
            project.toolchain(), folder, d -> this.listener.accept(new BuildEvent.Found(d)));
    this.progress = new ProgressReader(project.toolchain().progress(), expected);
    this.clock = new FileClock(folder, project.toolchain(), plan.words());
  }

  /// Output and questions come from threads of their own; whoever listens hears one at a time.
  private static Consumer<BuildEvent> inOrder(Consumer<BuildEvent> listener) {
    var lock = new ReentrantLock();
    return event -> {
      lock.lock();
      try {
        listener.accept(event);
      } finally {
        lock.unlock();
      }
    };
  }

  /// The steps that are needed, then the build itself; the first that fails ends it.
  End run() throws IOException, InterruptedException {
    clock.begin();
    for (var step : plan.steps()) {
      if (needed(step)) {
        var asked = DroppedOptions.asked(folder, step);
        var end = one(step.command());
        if (end.code() != 0 || end.stopped()) {
          return end(end);
        }
        asked.ifPresent(options -> options.dropped().forEach(problems::add));
      }
    }
    return end(one(plan.command()));
  }

  private boolean needed(Toolchain.Step step) {
    return !step.command().isEmpty()
        && step.unless().filter(file -> Files.exists(folder.resolve(file))).isEmpty()
        && step.when().filter(file -> !Files.exists(folder.resolve(file))).isEmpty()
        && (step.newer().isEmpty() || isNewer(step.newer().get(), step.than().orElse("")));
  }

  /// True where both files are there and the first was written after the second.
  private boolean isNewer(String file, String than) {
    try {
      return Files.getLastModifiedTime(folder.resolve(file))
              .compareTo(Files.getLastModifiedTime(folder.resolve(than)))
          > 0;
    } catch (IOException e) {
      return false;
    }
  }

  /// How many steps the tool told of.
  int steps() {
    return progress.count();
  }

  /// Milliseconds that each file took, as far as that can be had.
  Map<String, Double> times() {
    return clock.end();
  }

  private End end(End last) {
    problems.end();
    return last;
  }

  private End one(List<String> words) throws IOException, InterruptedException {
    var command = new LongCommand(words, folder, plan.env());
    listener.accept(new BuildEvent.Started(words, folder));
    context.onCancel(command::stop);
    if (context.cancelled()) {
      return new End(words, -1, true, problems);
    }
    var output = new OutputLines(text -> listener.accept(new BuildEvent.Output(text)), this::line);
    int code;
    try (var _ = new QuestionWatch(command, output, listener)) {
      code = command.runAtTerminal(output);
    }
    output.end();
    return new End(words, code, command.stopped(), problems);
  }

  private void line(String line) {
    problems.line(line);
    progress
        .read(line)
        .ifPresent(
            found -> {
              var step = found.progress();
              clock.step(found.groups(), HostClock.wall());
              listener.accept(step);
              double fraction =
                  step.total() > 0
                      ? Math.min(1.0, (double) step.done() / step.total())
                      : Double.NaN;
              context.progress(fraction, step.step());
            });
  }
}
