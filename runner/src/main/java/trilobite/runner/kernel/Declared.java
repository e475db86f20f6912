// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.type.Type;
import trilobite.model.type.Types;

/// Types as a profile declares its variables: `atomic_long_t[]`, `struct pglist_data *[]`.
public final class Declared {

  private static final Pattern SUFFIX = Pattern.compile("\\s*(\\*|\\[\\s*(\\d{0,9})\\s*])");
  private static final Pattern BASE = Pattern.compile("[^*\\[]*");
  private static final int MOST_SUFFIXES = 4;

  private Declared() {}

  /// The name that all begins with.
  static String base(String text) {
    var base = BASE.matcher(text);
    return base.lookingAt() ? base.group().strip() : text;
  }

  /// Empty where the name is not known, or the rest is neither `*` nor `[…]`.
  public static Optional<Type> type(Types types, String text) {
    var found = types.find(base(text));
    var suffix = SUFFIX.matcher(text);
    int at = BASE.matcher(text).results().findFirst().map(base -> base.end()).orElse(0);
    for (int i = 0; found.isPresent() && at < text.stripTrailing().length(); i++) {
      if (i == MOST_SUFFIXES || !suffix.find(at) || suffix.start() != at) {
        return Optional.empty();
      }
      var of = found.get();
      var count = suffix.group(2);
      found =
          Optional.of(
              count == null
                  ? new Type.Pointer(of, Long.BYTES)
                  : new Type.Array(of, count.isEmpty() ? 0 : Long.parseLong(count)));
      at = suffix.end();
    }
    return found;
  }
}
