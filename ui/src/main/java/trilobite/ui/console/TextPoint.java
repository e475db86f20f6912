// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

/// A place between characters: position of a line in its ring, and an index into its text.
record TextPoint(long line, int index) implements Comparable<TextPoint> {
  @Override
  public int compareTo(TextPoint other) {
    int lines = Long.compare(line, other.line);
    return lines != 0 ? lines : Integer.compare(index, other.index);
  }
}
