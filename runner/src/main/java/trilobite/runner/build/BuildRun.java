// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.job.JobContext;
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

  /// How a command ended.
  record End(int code, boolean stopped, DiagnosticParser problems) {}

  BuildRun(
      BuildPlan plan,
      Toolchain toolchain,
      Path folder,
      Consumer<BuildEvent> listener,
      JobContext context) {
    this.plan = plan;
    this.folder = folder;
    this.listener = listener;
    this.context = context;
    this.problems =
        new DiagnosticParser(
            toolchain.matchers(), folder, d -> listener.accept(new BuildEvent.Found(d)));
    this.progress = new ProgressReader(toolchain.progress());
  }

  End run() throws IOException, InterruptedException {
    var command = new LongCommand(plan.command(), folder, plan.env());
    listener.accept(new BuildEvent.Started(plan.command(), folder));
    context.onCancel(command::stop);
    if (context.cancelled()) {
      return new End(-1, true, problems);
    }
    var output = new OutputLines(text -> listener.accept(new BuildEvent.Output(text)), this::line);
    int code = command.run(output);
    output.end();
    problems.end();
    return new End(code, command.stopped(), problems);
  }

  private void line(String line) {
    problems.line(line);
    progress
        .read(line)
        .ifPresent(
            step -> {
              listener.accept(step);
              double fraction =
                  step.total() > 0
                      ? Math.min(1.0, (double) step.done() / step.total())
                      : Double.NaN;
              context.progress(fraction, step.step());
            });
  }
}
