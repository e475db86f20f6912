// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// A shell that is ready to be a guard, and its child, which waits for the words that make it QEMU.
/// Between those words and QEMU's first instruction lies one `exec` then.
///
/// @param child process id that QEMU will have
record GuardShell(Process process, long child) {

  /// Both read from one pipe, so the guard does not before the child has: the child tells by a
  /// signal, whose handler does what a guard does, so that it is all the same whether it comes
  /// before the guard waits. A wait that a signal broke off says 138 and is done again. A child
  /// that ends without the signal leaves nothing to guard. Standard error is closed in the guard,
  /// so that its end means QEMU's.
  private static final String SCRIPT =
      """
      {
      exec 3<&0 </dev/null
      guard() {
      trap '' USR1
      exec 1>&- 2>&-
      read -r nothing <&3
      kill -KILL "$qemu"
      }
      trap guard USR1
      setpriv --pdeathsig KILL sh <&3 3<&- >&2 &
      qemu=$!
      echo "$qemu"
      exec 1>&- 2>&-
      wait "$qemu"
      code=$?
      if [ "$code" -eq 138 ]; then
      wait "$qemu"
      code=$?
      fi
      exit "$code"
      }
      """;

  /// Starts both. Blocks for some milliseconds.
  ///
  /// @throws IOException where no process can be started
  static GuardShell start() throws IOException {
    // A session of its own keeps the terminal's Ctrl C from QEMU, which is for the owner to handle.
    var process = new ProcessBuilder("setsid", "sh").start();
    try {
      process.getOutputStream().write(SCRIPT.getBytes(StandardCharsets.US_ASCII));
      process.getOutputStream().flush();
      var line = process.inputReader(StandardCharsets.US_ASCII).readLine();
      return new GuardShell(process, Long.parseLong(line == null ? "" : line.strip()));
    } catch (IOException | NumberFormatException e) {
      process.destroyForcibly();
      throw new IOException("the guard could not be started", e);
    }
  }

  boolean alive() {
    return process.isAlive();
  }

  /// Ends both.
  void end() {
    process.destroy();
  }
}
