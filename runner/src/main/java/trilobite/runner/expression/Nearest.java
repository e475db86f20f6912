// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import trilobite.model.check.Suggestion;

/// Finds what somebody may have meant.
final class Nearest {

  private static final int MOST = 3;
  private static final int FAR = 3;
  private static final int LONGEST = 64;
  private static final int INSIDE = 4;

  private Nearest() {}

  private record Rated(String name, int distance) {}

  /// At most three names, the likeliest first.
  static List<String> of(String wanted, Collection<String> known) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    return known.stream()
        .map(name -> new Rated(name, distance(wanted, name)))
        .filter(rated -> rated.distance <= most(wanted) || inside(wanted, rated.name))
        .sorted(Comparator.comparingInt(Rated::distance).thenComparing(Rated::name))
        .limit(MOST)
        .map(Rated::name)
        .toList();
  }

  /// Where more than a third of the letters differ, the guess is worse than none.
  private static int most(String wanted) {
    return Math.min(FAR, Math.max(1, wanted.length() / 3));
  }

  private static boolean inside(String wanted, String name) {
    return wanted.length() >= INSIDE
        && name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }

  /// `; is x or y meant?`, or nothing where nothing is near.
  static String hint(String wanted, Collection<String> known) {
    return words(of(wanted, known));
  }

  static String words(List<String> near) {
    return near.isEmpty()
        ? ""
        : near.stream().collect(Collectors.joining(" or ", "; is ", " meant?"));
  }

  /// Letters to change, add or leave out; a longer one that has the wanted name in it counts as
  /// near.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FAR) {
      return inside(a, b) ? FAR : FAR + 1;
    }
    return Suggestion.distance(a, b);
  }
}
