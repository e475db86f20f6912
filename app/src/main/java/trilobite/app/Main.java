// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

/// The program's entry: picks the verb, or opens the window when there is none.
public final class Main {
  private Main() {}

  /// Runs one verb and ends the process with its exit code.
  public static void main(String[] args) {
    System.exit(Program.run(args));
  }
}
