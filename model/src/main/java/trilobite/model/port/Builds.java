// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.build.BuildEvent;
import trilobite.model.build.BuildResult;
import trilobite.model.build.FileTime;
import trilobite.model.build.FolderKind;
import trilobite.model.build.OptionTable;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.job.JobContext;

/// Toolchains, templates and builds. All calls may block.
public interface Builds {

  List<ToolchainInfo> toolchains();

  List<TemplateInfo> templates();

  /// The toolchains that a folder's files speak for, the most telling first. Takes no longer for a
  /// large tree than for a small one.
  ///
  /// @throws java.nio.file.NoSuchFileException where there is no such folder
  List<FolderKind> recognise(Path folder) throws IOException;

  /// Makes a folder a project of a toolchain, by writing its `trilobite.toml`. The project is not
  /// trusted.
  ///
  /// @throws java.nio.file.FileAlreadyExistsException where it is one already
  void adopt(Path folder, String toolchain) throws IOException;

  /// Builds a project as its toolchain says, in a session of its own; cancel ends the whole process
  /// tree.
  ///
  /// @param listener called in order on a runner thread
  /// @throws LaunchException where the project is invalid or not trusted
  BuildResult build(Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException;

  /// Removes what a build made, as its toolchain says; otherwise as [#build]. Its result names no
  /// image.
  BuildResult clean(Path folder, String target, Consumer<BuildEvent> listener, JobContext context)
      throws LaunchException, InterruptedException;

  /// True where a toolchain has a command by which a person chooses options. Runs nothing.
  ///
  /// @param toolchain by name; of one that is not known false
  boolean hasMenu(String toolchain);

  /// The command by which a person chooses options in a terminal, such as `make menuconfig`; empty
  /// where the toolchain has none. Runs nothing.
  ///
  /// @throws LaunchException where the project is invalid or not trusted
  Optional<List<String>> menu(Path folder, String target) throws LaunchException;

  /// Runs that command on this program's own terminal and waits for its end; answers its exit code.
  ///
  /// @throws LaunchException also where there is no such command or it cannot be started
  int choose(Path folder, String target) throws LaunchException, InterruptedException;

  /// The options that a project's own files choose, a table for each of them that its toolchain
  /// knows. Runs nothing, so that the project need not be trusted.
  ///
  /// @throws IOException where the project file cannot be read
  List<OptionTable> options(Path folder) throws IOException;

  /// Changes one option in its file; comments and all else in it stay. The next build takes it in.
  ///
  /// @param table title of the table that it stands in
  /// @throws IOException where that cannot be; the message says why
  void setOption(Path folder, String table, String name, String value) throws IOException;

  /// How long the files of a target took, in its last build and the time before; empty where the
  /// toolchain's times cannot be had.
  List<FileTime> times(Path folder, String target);

  /// The last build of a project, from its record.
  Optional<BuildResult> last(Path folder, String target);
}
