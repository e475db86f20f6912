// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import trilobite.model.console.ConsoleLog;

/// The output of one build in memory, for the view that also shows consoles. Written on the JavaFX
/// thread, read on the view's. What comes after [#MOST] bytes is not shown, and the last line says
/// so.
final class BuildLog implements ConsoleLog {
  static final int MOST = 32 << 20;

  /// The text lies in blocks, so that reading what is new copies nothing that is old.
  private static final int BLOCK = 64 << 10;

  private final List<byte[]> blocks = new ArrayList<>();
  private int length;
  private boolean live = true;
  private boolean full;

  synchronized void append(String text) {
    if (full) {
      return;
    }
    var more = text.getBytes(StandardCharsets.UTF_8);
    if (length + more.length > MOST) {
      full = true;
      more =
          "\n… more than 32 MiB of output; the rest is not shown.\n"
              .getBytes(StandardCharsets.UTF_8);
    }
    for (int at = 0; at < more.length; ) {
      int within = length % BLOCK;
      if (within == 0) {
        blocks.add(new byte[BLOCK]);
      }
      int count = Math.min(BLOCK - within, more.length - at);
      System.arraycopy(more, at, blocks.getLast(), within, count);
      at += count;
      length += count;
    }
  }

  synchronized void over() {
    live = false;
  }

  @Override
  public synchronized long length() {
    return length;
  }

  @Override
  public synchronized int read(long offset, byte[] into) {
    int n = (int) Math.max(0, Math.min(into.length, length - offset));
    for (int done = 0; done < n; ) {
      int at = (int) offset + done;
      int count = Math.min(BLOCK - at % BLOCK, n - done);
      System.arraycopy(blocks.get(at / BLOCK), at % BLOCK, into, done, count);
      done += count;
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
