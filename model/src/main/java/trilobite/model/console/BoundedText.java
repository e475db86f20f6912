// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// A text that may be looked at only so often: the regular expressions of the JDK have no limit of
/// their own, and guests and cloned projects choose the texts they meet. Looks are counted and not
/// time, so that the answer does not depend on how busy the machine is. One thread.
///
/// An expression may exhaust the stack before its looks: whoever matches catches
/// [StackOverflowError] as well.
public final class BoundedText implements CharSequence {

  /// Looks that any sensible expression keeps below, even on the longest line of a console.
  public static final int LINE = 2_000_000;

  /// The same for a whole file.
  public static final int FILE = 20_000_000;

  private final CharSequence text;
  private final int[] left;

  /// @param looks at single characters before [TooCostlyException] is thrown
  public BoundedText(CharSequence text, int looks) {
    this(text, new int[] {looks});
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
  public static final class TooCostlyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TooCostlyException() {
      super("the expression takes too long on this text", null, false, false);
    }
  }
}
