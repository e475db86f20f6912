// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A relation between fields, such as `used + free == total` or `used <= peak`.
///
/// @param text as written
/// @param equal true for `==`, false for `<=`
public record Rule(String text, List<String> left, boolean equal, List<String> right) {

  /// @throws IllegalArgumentException where the text is no such relation
  public static Rule parse(String text) {
    var equal = text.contains("==");
    var sides = text.split(equal ? "==" : "<=", -1);
    if (sides.length != 2) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no rule such as \"used + free == total\" or \"used <= peak\"");
    }
    return new Rule(text, terms(text, sides[0]), equal, terms(text, sides[1]));
  }

  private static List<String> terms(String text, String side) {
    var terms = Arrays.stream(side.split("\\+", -1)).map(String::strip).toList();
    if (!terms.stream().allMatch(term -> term.matches("[a-z_][a-z0-9_]*"))) {
      throw new IllegalArgumentException("\"" + text + "\" must add up names of fields only");
    }
    return terms;
  }

  /// All fields it speaks of.
  public Set<String> fields() {
    var all = new HashSet<>(left);
    all.addAll(right);
    return all;
  }

  /// True where the values keep it. Numbers are unsigned 64-bit, as the guest's are.
  public boolean holds(Map<String, Long> values) {
    var a = sum(left, values);
    var b = sum(right, values);
    return equal ? a == b : Long.compareUnsigned(a, b) <= 0;
  }

  private static long sum(List<String> terms, Map<String, Long> values) {
    return terms.stream().mapToLong(term -> values.getOrDefault(term, 0L)).sum();
  }
}
