// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.threads.ThreadContext;

/// Unwinds by debug information: gdb does so on a core that is made for it. Each question costs a
/// run of gdb.
///
/// @param folder private, for the core, which is removed at once
public record CoreUnwinding(Memories memories, Unwinder unwinder, Path folder)
    implements Unwinding {

  /// The guest's memory, and where it lies in the kernel's view.
  public interface Memories {
    GuestRam ram();

    PageMap tables() throws IOException;
  }

  @Override
  public Taken take(List<ThreadContext> threads, List<Registers> registers) throws IOException {
    var segments = CoreSegments.of(memories.ram(), memories.tables(), threads);
    var core = new Core(unwinder, folder.resolve("stack-" + UUID.randomUUID() + ".core"));
    try {
      CoreFile.write(core.file, registers, segments, memories.ram());
      return core;
    } catch (IOException e) {
      core.close();
      throw e;
    }
  }

  /// A core file while it is needed.
  private record Core(Unwinder unwinder, Path file) implements Taken {

    @Override
    public List<Unwound> unwound(boolean locals) throws IOException {
      return StacksJson.read(unwinder.unwind(file, locals));
    }

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
