// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import trilobite.model.run.RunRecord;
import trilobite.model.wrap.LineTarget;

/// Lets a command of the user's run as it is, and keeps the QEMUs in sight that it starts.
public interface Wraps {

  /// Starts a background keeper that answers the launchers of one command. Blocks for about a
  /// second.
  ///
  /// @param name what to call the guests; empty for their own names
  /// @throws IOException where it does not come up; fit for people
  Wrapped begin(String name) throws IOException;

  /// Is that keeper: returns once the command and all of its guests are gone.
  ///
  /// @param command the process that runs the command
  /// @param ready hears where the launchers lie, once they are answered
  void keep(long command, String name, Consumer<Path> ready)
      throws IOException, InterruptedException;

  /// Writes the project that a QEMU line reads as.
  ///
  /// @throws IOException where the folder has a project already
  void adopt(Path folder, LineTarget line) throws IOException;

  /// The line of a wrapped run as it was asked for, and the folder that it was started in.
  ///
  /// @throws IOException where the run was no wrapped one
  Asked asked(RunRecord run) throws IOException;

  /// @param folder that the line was started in
  record Asked(Path folder, String line) {}

  /// A keeper that waits for its command.
  @FunctionalInterface
  interface Wrapped {

    /// Becomes the command, in this process's place. Returns only where that fails, with the
    /// reason.
    IOException become(List<String> command);
  }

  /// Where nothing can be started.
  static Wraps none() {
    return new Wraps() {
      @Override
      public Wrapped begin(String name) throws IOException {
        throw new IOException("No command can be wrapped here.");
      }

      @Override
      public void keep(long command, String name, Consumer<Path> ready) {
        // There is none to keep.
      }

      @Override
      public void adopt(Path folder, LineTarget line) throws IOException {
        throw new IOException("No project can be written here.");
      }

      @Override
      public Asked asked(RunRecord run) throws IOException {
        throw new IOException("No run is known here.");
      }
    };
  }
}
