// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.runner.eyes.GuestView;
import trilobite.runner.eyes.LiveEyes;

/// The guest's memory while a run lasts: opened by one thread, read by another, closed once and for
/// all. Safe from any thread.
final class WatchedMemory {

  private static final Logger LOG = LoggerFactory.getLogger(WatchedMemory.class);

  private final LiveEyes eyes;
  private Optional<GuestView> view = Optional.empty();
  private String why = "the guest's memory is being opened";
  private boolean closed;

  WatchedMemory(LiveEyes eyes) {
    this.eyes = eyes;
  }

  /// Takes over a view; one that comes after the end is closed.
  synchronized void open(GuestView opened) {
    if (closed) {
      close(opened);
    } else {
      view = Optional.of(opened);
    }
  }

  /// There will be no view.
  synchronized void blind(String reason) {
    why = reason;
    eyes.blind(reason);
  }

  /// Bytes that the host keeps for the guest.
  long touched() throws IOException {
    return opened().ram().touched();
  }

  /// How that is known, in words.
  String touchedBy() throws IOException {
    return opened().ram().touchedBy();
  }

  private synchronized GuestView opened() throws IOException {
    return view.orElseThrow(() -> new IOException(why));
  }

  synchronized void close() {
    closed = true;
    view.ifPresent(WatchedMemory::close);
    view = Optional.empty();
    why = "the guest has ended";
  }

  private static void close(GuestView view) {
    try {
      view.ram().close();
    } catch (IOException e) {
      LOG.warn("the guest's memory could not be closed", e);
    }
  }
}
