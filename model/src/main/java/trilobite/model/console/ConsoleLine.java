// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.Arrays;

/// One line of a console as it ended up: control codes are gone, looks are kept as runs. Immutable.
public final class ConsoleLine {

  /// What ended a line.
  public enum End {
    /// A line feed.
    NEWLINE,
    /// The line was longer than [ConsoleParser#LONGEST_LINE]; the next one goes on with it.
    CUT,
    /// Nothing yet: a prompt, or a line that is being written.
    OPEN
  }

  private static final int[] ONE_PLAIN_RUN = {0, 0};

  private final String text;
  private final int[] runs;
  private final long offset;
  private final long endOffset;
  private final End end;
  private final Level level;

  /// @param runs pairs of first character and packed style, ascending, the first one at 0
  ConsoleLine(String text, int[] runs, long offset, long endOffset, End end) {
    this.text = text;
    this.runs = runs.length == 0 ? ONE_PLAIN_RUN : runs;
    this.offset = offset;
    this.endOffset = endOffset;
    this.end = end;
    this.level = Level.of(text);
  }

  /// A line without looks, for text that never was a console.
  public static ConsoleLine plain(String text, long offset) {
    return new ConsoleLine(text, ONE_PLAIN_RUN, offset, offset + text.length(), End.NEWLINE);
  }

  /// The characters, without any line end.
  public String text() {
    return text;
  }

  /// Offset of its first byte in the [ConsoleLog].
  public long offset() {
    return offset;
  }

  /// Offset after its last byte, line end included.
  public long endOffset() {
    return endOffset;
  }

  public End end() {
    return end;
  }

  /// How serious the line says it is.
  public Level level() {
    return level;
  }

  /// The runs as they are kept; nobody changes them.
  int[] packedRuns() {
    return runs;
  }

  /// Number of stretches of equal looks, at least one.
  public int runs() {
    return runs.length / 2;
  }

  /// Index of a run's first character.
  public int runStart(int run) {
    return runs[2 * run];
  }

  /// Index after a run's last character.
  public int runEnd(int run) {
    return 2 * run + 2 < runs.length ? runs[2 * run + 2] : text.length();
  }

  public CellStyle style(int run) {
    return new CellStyle(runs[2 * run + 1]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ConsoleLine line
        && text.equals(line.text)
        && Arrays.equals(runs, line.runs)
        && offset == line.offset
        && endOffset == line.endOffset
        && end == line.end;
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + Long.hashCode(offset);
  }

  @Override
  public String toString() {
    return offset + " " + end + " " + text + " " + Arrays.toString(runs);
  }
}
