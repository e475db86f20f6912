// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import trilobite.model.command.ShellLine;
import trilobite.model.run.RunRecord;
import trilobite.model.time.RunClock;
import trilobite.runner.file.FileTrouble;
import trilobite.runner.thread.Threads;

/// What a run's folder holds from its start: the project file as run, the exact command, and a
/// record without a verdict, by which a later start sees that nobody was there at the end.
public final class Papers {

  private Papers() {}

  /// Writes on a thread of its own, beside QEMU's start. Trouble is a note, never a failed run.
  public static CompletableFuture<Void> write(LaunchSpec spec, RunSheet sheet) {
    var done = new CompletableFuture<Void>();
    Threads.waiting(
        "run-papers",
        () -> {
          try {
            var folder = spec.runFolder();
            Files.writeString(folder.resolve("trilobite.toml"), spec.text());
            Files.write(
                folder.resolve("command"),
                (ShellLine.of(spec.command().words()) + "\n").getBytes(StandardCharsets.UTF_8));
            RunFile.write(record(spec, sheet, Optional.empty(), OptionalDouble.empty()));
          } catch (IOException e) {
            sheet.note(
                "The run's folder cannot be written ("
                    + FileTrouble.reason(e)
                    + "). The guest goes on; the run will not be remembered. Free some space.");
          } finally {
            done.complete(null);
          }
        });
    return done;
  }

  /// The record of a run as it stands.
  public static RunRecord record(
      LaunchSpec spec, RunSheet sheet, Optional<Judgement> judgement, OptionalDouble duration) {
    var status = sheet.status();
    return new RunRecord(
        spec.id(),
        spec.project().name(),
        spec.projectFolder(),
        spec.target().name(),
        // As the live guest's clock has it, so that a line keeps its time of day.
        status.clock().map(RunClock::startedWall).orElse(spec.asked()),
        judgement.map(Judgement::verdict),
        judgement.map(Judgement::why).orElse(""),
        spec.accelerator().name(),
        status.firstByte(),
        status.ready(),
        duration,
        spec.memory(),
        spec.image().map(Object::toString),
        spec.buildId(),
        spec.command().words(),
        spec.runFolder(),
        OptionalLong.empty());
  }
}
