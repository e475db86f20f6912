// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Finds what somebody may have meant.
final class Nearest {

  private static final int MOST = 3;
  private static final int FAR = 3;
  private static final int LONGEST = 64;

  private Nearest() {}

  private record Rated(String name, int distance) {}

  /// At most three names, the likeliest first.
  static List<String> of(String wanted, Collection<String> known) {
    if (wanted.length() > LONGEST) {
      return List.of();
    }
    return known.stream()
        .map(name -> new Rated(name, distance(wanted, name)))
        .filter(rated -> rated.distance <= Math.min(FAR, Math.max(1, wanted.length() / 2)))
        .sorted(Comparator.comparingInt(Rated::distance).thenComparing(Rated::name))
        .limit(MOST)
        .map(Rated::name)
        .toList();
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

  /// Letters to change, add or leave out; one that begins with the wanted name counts as near.
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > FAR) {
      var inside =
          a.length() >= 4 && b.toLowerCase(Locale.ROOT).contains(a.toLowerCase(Locale.ROOT));
      return inside ? FAR : FAR + 1;
    }
    var before = new int[b.length() + 1];
    var row = new int[b.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(before[j - 1] + change, Math.min(before[j], row[j - 1]) + 1);
      }
      var kept = before;
      before = row;
      row = kept;
    }
    return before[b.length()];
  }
}
