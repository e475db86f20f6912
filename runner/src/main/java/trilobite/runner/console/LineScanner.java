// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/// Gives the lines of a console to a listener, without escape sequences, including the one that is
/// not finished yet: prompts come without a newline. Lines are bounded; of a longer one the end is
/// kept.
final class LineScanner {

  static final int LONGEST = 4096;

  private final AnsiFilter filter = new AnsiFilter();
  private final byte[] line = new byte[LONGEST];
  private final Consumer<Line> listener;
  private int length;
  private long position;
  private boolean changed;

  LineScanner(Consumer<Line> listener) {
    this.listener = listener;
  }

  /// @param finished false while the line may grow; it is then told again
  /// @param end offset behind its last byte so far
  record Line(String text, boolean finished, long end) {}

  /// Takes the next bytes.
  ///
  /// @param offset of the first of them in the console
  void take(byte[] bytes, int count, long offset) {
    for (int i = 0; i < count; i++) {
      int b = bytes[i] & 0xff;
      position = offset + i + 1;
      if (!filter.text(b)) {
        continue;
      }
      if (b == '\n') {
        tell(true);
        length = 0;
        changed = false;
      } else {
        add((byte) b);
      }
    }
    if (changed) {
      tell(false);
      changed = false;
    }
  }

  private void add(byte b) {
    if (length == LONGEST) {
      // The older half goes; whatever spans the cut was told before, when it was the newer one.
      tell(false);
      System.arraycopy(line, LONGEST / 2, line, 0, LONGEST / 2);
      length = LONGEST / 2;
    }
    line[length++] = b;
    changed = true;
  }

  private void tell(boolean finished) {
    var text = new String(Arrays.copyOf(line, length), StandardCharsets.UTF_8);
    listener.accept(new Line(text, finished, position));
  }
}
