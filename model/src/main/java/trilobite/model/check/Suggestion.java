// SPDX-License-Identifier: Apache-2.0
package trilobite.model.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// Finds what a person probably meant.
public final class Suggestion {

  private Suggestion() {}

  /// The candidate nearest to what was written, if it is near enough to be worth a question: at
  /// most a third of the letters differ.
  public static Optional<String> nearest(String written, Collection<String> candidates) {
    return candidates.stream()
        .filter(candidate -> distance(written, candidate) <= Math.max(1, written.length() / 3))
        .min(
            Comparator.comparingInt((String candidate) -> distance(written, candidate))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// A sentence for the end of a message: ` Did you mean “memory”?`, or nothing.
  public static String question(Optional<String> nearest) {
    return nearest.map(name -> " Did you mean “" + name + "”?").orElse("");
  }

  /// Edits between two words, a swap of neighbours counted as one.
  public static int distance(String a, String b) {
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
