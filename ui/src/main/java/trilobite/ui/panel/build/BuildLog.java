// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import trilobite.model.console.ConsoleLog;

/// The output of one build in memory, for the view that also shows consoles. Written on the JavaFX
/// thread, read on the view's. What comes after [#MOST] bytes is not shown, and the last line says
/// so.
final class BuildLog implements ConsoleLog {
  static final int MOST = 32 << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private byte[] copy = new byte[0];
  private boolean live = true;
  private boolean full;

  synchronized void append(String text) {
    if (full) {
      return;
    }
    var more = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.size() + more.length > MOST) {
      full = true;
      more =
          "\n… more than 32 MiB of output; the rest is not shown.\n"
              .getBytes(StandardCharsets.UTF_8);
    }
    bytes.writeBytes(more);
  }

  synchronized void over() {
    live = false;
  }

  @Override
  public synchronized long length() {
    return bytes.size();
  }

  @Override
  public synchronized int read(long offset, byte[] into) {
    if (copy.length != bytes.size()) {
      copy = bytes.toByteArray();
    }
    int n = (int) Math.max(0, Math.min(into.length, copy.length - offset));
    if (n > 0) {
      System.arraycopy(copy, (int) offset, into, 0, n);
    }
    return n;
  }

  @Override
  public OptionalDouble timeAt(long offset) {
    return OptionalDouble.empty();
  }

  @Override
  public long offsetAt(double t) {
    return length();
  }

  @Override
  public synchronized boolean live() {
    return live;
  }
}
