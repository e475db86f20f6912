// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.Arrays;
import trilobite.model.project.TextPlace;

/// Line starts of a text, to turn offsets into places quickly.
final class TextLines {

  private final int[] starts;

  TextLines(String text) {
    int[] found = new int[(int) text.chars().filter(c -> c == '\n').count() + 1];
    int line = 1;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        found[line++] = i + 1;
      }
    }
    starts = found;
  }

  TextPlace place(int offset) {
    int at = Arrays.binarySearch(starts, offset);
    int line = at >= 0 ? at : -at - 2;
    return new TextPlace(line + 1, offset - starts[line] + 1);
  }
}
