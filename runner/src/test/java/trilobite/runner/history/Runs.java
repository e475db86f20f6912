// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.run.Verdict;
import trilobite.runner.live.RunFile;
import trilobite.runner.place.RunFolders;

/// Makes run folders for tests.
public final class Runs {

  private Runs() {}

  static RunRecord record(RunId id, Path folder, Optional<Verdict> verdict) {
    return new RunRecord(
        id,
        "tidepool",
        Path.of("/projects/tide pool"),
        "default",
        Instant.parse("2026-01-02T03:04:05Z"),
        verdict,
        verdict.isPresent() ? "It was stopped." : "",
        "tcg",
        OptionalDouble.of(41.5),
        OptionalDouble.of(90),
        verdict.isPresent() ? OptionalDouble.of(5000) : OptionalDouble.empty(),
        64L << 20,
        Optional.of("build/tidepool.elf"),
        Optional.of("abcd"),
        List.of("qemu-system-x86_64", "-m", "64M", "it's \"quoted\""),
        folder,
        OptionalLong.empty());
  }

  public static RunId add(Path state, Optional<Verdict> verdict) throws IOException {
    var folders = new RunFolders(state);
    var id = folders.next();
    write(state, id, verdict);
    return id;
  }

  static void write(Path state, RunId id, Optional<Verdict> verdict) throws IOException {
    var folder = new RunFolders(state).folder(id);
    RunFile.write(record(id, folder, verdict));
    Files.writeString(folder.resolve("console.log"), "hello\n");
  }
}
