// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.vitals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import trilobite.model.port.LiveGuest;

/// Has the demo guest tell its truth on the console and stand still after it, by its word `hold`.
final class HeldConsole {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final LiveGuest guest;
  private final StringBuilder text = new StringBuilder();
  private final byte[] piece = new byte[1 << 16];
  private long read;

  HeldConsole(LiveGuest guest) {
    this.guest = guest;
  }

  /// Nothing changes in the guest from then on.
  JsonNode hold(String what) throws IOException, InterruptedException {
    fill();
    text.setLength(0);
    guest.type(("hold " + what + "\r").getBytes(StandardCharsets.UTF_8));
    var told = new AtomicReference<String>();
    TideGuest.await(
        "the guest to hold",
        () -> {
          fill();
          int from = text.indexOf("held:");
          int begin = from < 0 ? -1 : text.indexOf("{", from);
          int end = begin < 0 ? -1 : text.indexOf("\n", begin);
          if (end >= 0) {
            told.set(text.substring(begin, end).strip());
          }
          return end >= 0;
        });
    return JSON.readTree(told.get());
  }

  void release() throws IOException {
    guest.type(new byte[] {'x'});
  }

  private void fill() {
    int n;
    while ((n = guest.console().read(read, piece)) > 0) {
      text.append(new String(piece, 0, n, StandardCharsets.UTF_8));
      read += n;
    }
  }
}
