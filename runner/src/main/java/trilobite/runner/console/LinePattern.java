// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.console;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import trilobite.model.time.HostClock;

/// What is looked for in a line of a console.
public final class LinePattern {

  /// A regular expression that takes longer for one line is taken for no match: the guest writes
  /// the text, and must not be able to keep us busy.
  private static final long PATIENCE_NANOS = 50_000_000;

  private final Predicate<String> found;

  private LinePattern(Predicate<String> found) {
    this.found = found;
  }

  public static LinePattern literal(String text) {
    return new LinePattern(line -> line.contains(text));
  }

  /// @throws PatternSyntaxException where it is no regular expression
  public static LinePattern regex(String expression) {
    var pattern = Pattern.compile(expression);
    return new LinePattern(line -> find(pattern, line));
  }

  boolean in(String line) {
    return found.test(line);
  }

  private static boolean find(Pattern pattern, String line) {
    try {
      return pattern.matcher(new Patient(line, HostClock.nanos() + PATIENCE_NANOS)).find();
    } catch (PatienceOver | StackOverflowError e) {
      return false;
    }
  }

  /// Text that refuses to be read for ever: `java.util.regex` has no deadline of its own.
  private record Patient(CharSequence text, long until) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (HostClock.nanos() > until) {
        throw new PatienceOver();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Patient(text.subSequence(start, end), until);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }

  private static final class PatienceOver extends RuntimeException {
    private static final long serialVersionUID = 1;

    PatienceOver() {
      super("a pattern took too long", null, false, false);
    }
  }
}
