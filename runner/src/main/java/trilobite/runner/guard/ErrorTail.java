// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.guard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Keeps the end of a stream, so that a talkative QEMU costs no memory.
final class ErrorTail {

  private static final int KEPT = 64 << 10;

  /// QEMU warns about our hub, which has two back ends and no card by design.
  private static final String EXPECTED = "hub 0 with no nics";

  private final StringBuilder text = new StringBuilder();

  /// Reads to the end of the stream.
  void drain(InputStream in) {
    var buffer = new byte[4096];
    try {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        append(new String(buffer, 0, n, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      append("(standard error could not be read: " + e.getMessage() + ")");
    }
  }

  private synchronized void append(String more) {
    text.append(more);
    if (text.length() > KEPT) {
      text.delete(0, text.length() - KEPT);
    }
  }

  synchronized String text() {
    var kept = new StringBuilder();
    text.toString()
        .lines()
        .filter(line -> !line.contains(EXPECTED))
        .forEach(line -> kept.append(line).append('\n'));
    return kept.toString();
  }
}
