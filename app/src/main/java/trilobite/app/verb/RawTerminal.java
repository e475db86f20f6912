// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.NonBlockingReader;
import trilobite.model.port.LiveGuest;
import trilobite.model.rule.Allowed;

/// The serial console as an interactive terminal: every key goes to the guest, arrows and Ctrl C
/// included; Ctrl ] leaves, as in telnet. The terminal's own mode is restored in the end.
@Allowed(
    rule = "threads",
    because = "reading keys blocks, and a verb sees no runner; the thread ends with the verb")
final class RawTerminal {
  private static final int LEAVE = 0x1d;

  private final Env env;
  private final LiveGuest guest;

  RawTerminal(Env env, LiveGuest guest) {
    this.env = env;
    this.guest = guest;
  }

  int attach() throws IOException, InterruptedException {
    env.err().println("Connected to " + guest.status().project() + "; Ctrl ] leaves.");
    var over = new AtomicBoolean();
    try (var terminal = TerminalBuilder.builder().system(true).build();
        var beat = new Beat(20)) {
      terminal.enterRawMode();
      var keys = Thread.ofVirtual().name("keys").start(() -> pass(terminal.reader(), over));
      var stream = new ConsoleStream(env, guest.console(), true);
      do {
        stream.drain();
      } while (beat.next(() -> over.get() || guest.ended().isDone()));
      stream.drain();
      keys.interrupt();
    }
    return Exit.DONE;
  }

  private void pass(NonBlockingReader keys, AtomicBoolean over) {
    try {
      int key;
      while ((key = keys.read()) >= 0 && key != LEAVE) {
        guest.type(Character.toString(key).getBytes(java.nio.charset.StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      env.err().println("\r\ntrilobite: " + e.getMessage());
    }
    over.set(true);
  }
}
