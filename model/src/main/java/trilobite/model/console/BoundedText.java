// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// A text that may be looked at only so often: the regular expressions of the JDK have no limit of
/// their own, and a guest chooses the text they meet.
final class BoundedText implements CharSequence {

  /// Looks at characters that any sensible expression keeps below, even on the longest line.
  private static final int BUDGET = 2_000_000;

  private final CharSequence text;
  private final int[] left;

  BoundedText(CharSequence text) {
    this(text, new int[] {BUDGET});
  }

  private BoundedText(CharSequence text, int[] left) {
    this.text = text;
    this.left = left;
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--left[0] < 0) {
      throw new TooCostlyException();
    }
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new BoundedText(text.subSequence(start, end), left);
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// The budget is spent.
  static final class TooCostlyException extends RuntimeException {
    TooCostlyException() {
      super("the expression takes too long on this line", null, false, false);
    }
  }
}
