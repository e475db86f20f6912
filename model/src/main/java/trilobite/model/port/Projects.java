// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import trilobite.model.check.HostFacts;
import trilobite.model.check.ParsedProject;
import trilobite.model.command.CommandLine;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;

/// Projects on disk. All calls may block.
public interface Projects {

  /// Reads `trilobite.toml` of a folder. Problems of the content are findings of the result.
  ///
  /// @throws NoProjectException where there is none
  /// @throws IOException where the file cannot be read at all; the message is fit for people
  ParsedProject open(Path folder) throws IOException;

  /// Replaces the project file safely: temporary file, sync, rename.
  ///
  /// @param expected the text that is being replaced; if the file holds something else by now,
  ///   nothing is written and [ChangedOnDiskException] is thrown
  void save(Path folder, String expected, String text) throws IOException;

  /// Makes a project from a template in a new or empty folder and trusts it.
  ParsedProject create(Path folder, String template, String name) throws IOException;

  /// The project file that [#create] would write at this moment. Makes nothing.
  ParsedProject draft(String template, String name) throws IOException;

  /// What the project would make this machine do, so that a person can decide whether to trust it.
  TrustQuestion trustQuestion(Path folder) throws IOException;

  /// Remembers that the user trusts exactly this content.
  void trust(TrustQuestion question) throws IOException;

  /// Facts for the rules in `trilobite.model.check`.
  HostFacts hostFacts(Path folder, Project project);

  /// The command that Run would start for a target, with `$RUN` for the run's folder.
  CommandLine preview(Path folder, Project project, String target);

  /// A free host port near the one wished for.
  int freePort(Forward wish) throws IOException;

  /// Folders opened lately, newest first.
  List<Path> recent();

  /// What asks for trust.
  ///
  /// @param trusted true where nothing needs asking
  /// @param hash of everything below, the key of the decision
  /// @param asks sentences such as `Build runs: make -j2`, `QEMU gets: -device …`
  record TrustQuestion(Path folder, boolean trusted, String hash, List<String> asks) {

    /// Why nothing was run, with all that would have been.
    public String refusal() {
      return "This project is not trusted yet, so nothing of it was run. "
          + String.join("; ", asks)
          + ".";
    }
  }

  /// The folder is not there, or holds no project.
  final class NoProjectException extends IOException {
    public NoProjectException(String message) {
      super(message);
    }
  }

  /// Somebody else wrote the file meanwhile.
  final class ChangedOnDiskException extends IOException {
    public ChangedOnDiskException(Path file) {
      super(
          file
              + " was changed by another program; nothing was written. Reload it, or save again to"
              + " keep yours.");
    }
  }
}
