// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import java.util.function.Consumer;
import trilobite.model.job.Job;
import trilobite.model.port.LiveGuest;
import trilobite.ui.panel.Desk;

/// Sends what is typed to a guest, in order, off the JavaFX thread: while one piece is on its way,
/// the next ones gather. JavaFX thread.
final class Typist {

  private final Desk desk;
  private final Consumer<String> failed;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private Optional<LiveGuest> guest = Optional.empty();
  private boolean sending;

  /// @param failed told in a sentence when something could not be sent
  Typist(Desk desk, Consumer<String> failed) {
    this.desk = desk;
    this.failed = failed;
  }

  /// Types to this guest from now on; what waits for another is dropped.
  void guest(Optional<LiveGuest> next) {
    if (!next.equals(guest)) {
      waiting.reset();
    }
    guest = next;
  }

  void type(byte[] bytes) {
    if (guest.isPresent()) {
      waiting.writeBytes(bytes);
      send();
    }
  }

  private void send() {
    if (sending || waiting.size() == 0 || guest.isEmpty()) {
      return;
    }
    sending = true;
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    LiveGuest to = guest.get();
    desk.background(
        new Job<>(
            "Type on the console",
            _ -> {
              to.type(bytes);
              return bytes.length;
            }),
        _ -> sent(),
        failure -> {
          failed.accept("Not sent: " + failure.getMessage());
          sent();
        });
  }

  private void sent() {
    sending = false;
    send();
  }
}
