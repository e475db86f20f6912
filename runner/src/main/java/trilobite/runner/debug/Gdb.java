// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import trilobite.model.job.JobContext;
import trilobite.runner.data.Data;
import trilobite.runner.process.LimitedCommand;

/// Asks gdb for layouts, in one go. gdb reads no settings, loads no script that a file carries,
/// asks no network, and has limits of time, memory and output; it ends with all that it started.
final class Gdb {

  private static final int HOPS = 3;
  private static final int MOST_TYPES = 3000;
  private static final int MOST_FRAMES = 64;
  private static final long MOST_MEMORY = 4L << 30;

  /// Bytes of an answer.
  static final int MOST_TEXT = 16 << 20;

  /// A file that gdb opens, and what it reads beside it.
  ///
  /// @param moved how far the file's own addresses were moved
  record Asked(Path file, long moved, List<GuestTypes.Loaded> beside) {

    /// Each with the command that loads it; a file that stays where it was linked is there already.
    List<List<Object>> loads() {
      var loads = new ArrayList<List<Object>>();
      if (moved != 0) {
        loads.add(List.of("symbol-file", file.toAbsolutePath().toString(), moved));
      }
      beside.forEach(
          one ->
              loads.add(
                  List.of("add-symbol-file", one.file().toAbsolutePath().toString(), one.by())));
      return loads;
    }
  }

  private final String searchPath;
  private final Duration patience;

  /// @param searchPath where programs are looked for
  Gdb(String searchPath, Duration patience) {
    this.searchPath = searchPath;
    this.patience = patience;
  }

  /// The answer of `types.py` for a file with debug information.
  ///
  /// @throws TypesException where gdb is missing or cannot tell
  String types(Path file, Wanted wanted) throws IOException {
    var question =
        Map.of(
            "types", wanted.types(), "symbols", wanted.symbols(), "hops", HOPS, "most", MOST_TYPES);
    return ask(List.of(file), "types.py", question);
  }

  /// The answer of `stacks.py` for a file with debug information and a core of its threads.
  ///
  /// @throws TypesException where gdb is missing or cannot tell
  String stacks(Asked asked, Path core, boolean locals) throws IOException {
    return ask(
        List.of(asked.file(), core),
        "stacks.py",
        Map.of("frames", MOST_FRAMES, "locals", locals ? 1 : 0, "loads", asked.loads()));
  }

  /// The answer of `lines.py` for a file with debug information.
  ///
  /// @throws TypesException where gdb is missing or cannot tell
  String lines(Asked asked, List<Long> addresses) throws IOException {
    return ask(
        List.of(asked.file()), "lines.py", Map.of("addresses", addresses, "loads", asked.loads()));
  }

  private String ask(List<Path> files, String asking, Map<String, ?> wanted) throws IOException {
    var folder = Files.createTempDirectory("trilobite-gdb-");
    var script = folder.resolve(asking);
    var mark = "@" + UUID.randomUUID() + "@";
    try {
      Files.writeString(script, script(asking, wanted, mark));
      return answer(files.getFirst(), run(files, script, folder), mark);
    } finally {
      Files.deleteIfExists(script);
      Files.deleteIfExists(folder);
    }
  }

  private static String script(String asking, Map<String, ?> wanted, String mark)
      throws IOException {
    // ASCII JSON of texts and numbers is a Python literal, too.
    var json = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    var question = new HashMap<String, Object>(wanted);
    question.put("mark", mark);
    return "WANTED = "
        + json.writeValueAsString(question)
        + "\n"
        + (wanted.containsKey("loads") ? Data.shipped().text("debug/loads.py") + "\n" : "")
        + Data.shipped().text("debug/" + asking);
  }

  private LimitedCommand.Said run(List<Path> files, Path script, Path folder) throws IOException {
    var words =
        new ArrayList<>(
            List.of(
                "gdb",
                "-nx",
                "-q",
                "-batch",
                "-iex",
                "set auto-load off",
                "-iex",
                "set debuginfod enabled off",
                // Cores are Linux's; a kernel's own file says nothing of the kind.
                "-iex",
                "set osabi GNU/Linux",
                "-ex",
                "source " + script,
                "--"));
    files.forEach(file -> words.add(file.toAbsolutePath().toString()));
    var command =
        new LimitedCommand(
            words,
            folder,
            Map.of("PATH", searchPath, "DEBUGINFOD_URLS", ""),
            new LimitedCommand.Limits(patience, MOST_MEMORY, MOST_TEXT));
    try {
      return command.run(JobContext.unwatched());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TypesException("reading " + files.getFirst().getFileName() + " was cancelled");
    }
  }

  private String answer(Path file, LimitedCommand.Said said, String mark) throws TypesException {
    var parts = said.text().split(mark, -1);
    if (parts.length == 3) {
      return parts[1];
    }
    var name = file.getFileName();
    if (said.code() == LimitedCommand.NOT_FOUND) {
      throw new TypesException(
          "the layouts in " + name + " are read with gdb, which is not here: apt install gdb");
    }
    if (said.full()) {
      throw new TypesException("gdb said too much about " + name + "; it was stopped");
    }
    var last = said.text().strip().lines().reduce("", (a, b) -> b);
    throw new TypesException(
        "gdb could not read %s within %d s (exit %d): %s"
            .formatted(name, patience.toSeconds(), said.code(), last));
  }
}
