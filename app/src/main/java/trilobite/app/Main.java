// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The program's entry: picks the verb, or opens the window when there is none.
@Command(
    name = "trilobite",
    mixinStandardHelpOptions = true,
    version = "trilobite 0.1.0",
    description = "Builds, boots and looks inside unikernels from outside.")
public final class Main implements Runnable {
  private Main() {}

  /// Runs one verb and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
