// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.Supplier;
import trilobite.model.port.Workbench;

/// What a verb may touch. The workbench opens on first use, so that `--help` starts nothing.
///
/// @param out the answer only
/// @param err everything said to a person meanwhile
/// @param terminal true where standard output is one; guest text is then escaped
/// @param folder the current folder
/// @param demoFolder where `demo` makes its project unless told otherwise
/// @param windows opens the window
public record Env(
    Supplier<Workbench> workbench,
    PrintStream out,
    PrintStream err,
    boolean terminal,
    Path folder,
    Path demoFolder,
    Windows windows) {

  /// False once the answer goes nowhere, as into a pipe whose reader has ended: what repeats itself
  /// ends then too.
  boolean heard() {
    return !out.checkError();
  }

  /// Resolves a path argument against the current folder.
  Path resolve(Path argument) {
    return folder.resolve(argument).normalize();
  }
}
