// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.wrap;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import trilobite.model.port.Wraps;
import trilobite.model.run.RunRecord;
import trilobite.model.wrap.LineTarget;
import trilobite.runner.file.SafeFile;
import trilobite.runner.guests.Places;
import trilobite.runner.guests.WrappedGuests;
import trilobite.runner.process.Become;
import trilobite.runner.process.Detached;

/// [Wraps] on this machine.
///
/// @param places folders of runs; the launchers lie beside those of sockets
/// @param project writes the project file that a line reads as
/// @param self the words that start this program
/// @param path this process's `PATH`
public record LocalWraps(
    Places places,
    WrappedGuests guests,
    Function<LineTarget, String> project,
    List<String> self,
    String path)
    implements Wraps {

  @Override
  public Wrapped begin(String name) throws IOException {
    if (self.isEmpty()) {
      throw new IOException("This program cannot start itself again, which wrap needs.");
    }
    var words = new ArrayList<>(self);
    words.addAll(List.of("keep-wrap", Long.toString(ProcessHandle.current().pid())));
    words.addAll(List.of("--name", name));
    var log = places.durable().log();
    var said = new ObjectMapper().readTree(Detached.start(words, log).firstLine());
    if (!said.path("bin").isTextual()) {
      throw new IOException(
          said.path("error")
              .asText("The background keeper ended without a word; see " + log + "."));
    }
    var bin = Path.of(said.path("bin").asText());
    return command -> Become.the(command(bin, command), bin + ":" + path);
  }

  /// A QEMU that is named by its path is named by ours.
  private List<String> command(Path bin, List<String> command) {
    var words = new ArrayList<>(command);
    var program = Path.of(command.getFirst());
    var ours = bin.resolve(program.getFileName().toString());
    if (program.getNameCount() > 1 && Files.isExecutable(ours)) {
      words.set(0, ours.toString());
    }
    return words;
  }

  @Override
  public void keep(long command, String name, Consumer<Path> ready)
      throws IOException, InterruptedException {
    var process =
        ProcessHandle.of(command).orElseThrow(() -> new IOException("the command is gone"));
    var base = base();
    WrapFolder.clear(base);
    var folder = WrapFolder.make(base, WrapFolder.PREFIX + ProcessHandle.current().pid(), path);
    try {
      Files.writeString(folder.folder().resolve("keeper"), ProcessHandle.current().pid() + "\n");
      new WrapKeeper(folder, guests, name).work(process, () -> ready.accept(folder.bin()));
    } finally {
      folder.remove();
    }
  }

  @Override
  public void adopt(Path folder, LineTarget line) throws IOException {
    var file = folder.resolve("trilobite.toml");
    if (Files.exists(file)) {
      throw new FileAlreadyExistsException(file.toString());
    }
    SafeFile.replace(file, project.apply(line).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Asked asked(RunRecord run) throws IOException {
    var file = run.folder().resolve(WrappedGuests.ASKED);
    if (!Files.exists(file)) {
      throw new IOException(run.id() + " was not started by a wrapped command.");
    }
    var parts = Files.readString(file).split("\n", 2);
    return new Asked(Path.of(parts[0]), parts.length > 1 ? parts[1] : "");
  }

  private Path base() throws IOException {
    var reasons = new ArrayList<String>();
    for (var base : places.runtime().bases()) {
      var parent = base.getParent();
      if (parent != null && Files.isWritable(parent)) {
        return base;
      }
      reasons.add(base + " cannot be made");
    }
    throw new IOException(String.join("; ", reasons));
  }
}
