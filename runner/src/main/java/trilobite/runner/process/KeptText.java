// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Keeps what a program says up to a limit, and has it stopped there.
final class KeptText extends OutputStream {

  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final int most;
  private final Runnable stop;
  private boolean full;

  KeptText(int most, Runnable stop) {
    this.most = most;
    this.stop = stop;
  }

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) {
    if (full) {
      return;
    }
    if (kept.size() + length > most) {
      full = true;
      stop.run();
      return;
    }
    kept.write(bytes, from, length);
  }

  synchronized boolean full() {
    return full;
  }

  synchronized String text() {
    return kept.toString(StandardCharsets.UTF_8);
  }
}
