// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import trilobite.model.check.Suggestion;

/// Which columns a person means by a word before the colon.
final class FilterKeys {

  private FilterKeys() {}

  /// Those of that name, or else all with that word in their name: `port` is `local_port` and
  /// `remote_port`.
  static <R> List<GridColumn<R>> columns(String key, List<GridColumn<R>> all) {
    var wanted = key.toLowerCase(Locale.ROOT);
    var exact = all.stream().filter(c -> c.name().equals(wanted)).toList();
    return exact.isEmpty()
        ? all.stream().filter(c -> words(c).anyMatch(wanted::equals)).toList()
        : exact;
  }

  /// The word of a column that is hardly different.
  static <R> Optional<String> nearest(String key, List<GridColumn<R>> all) {
    var known = all.stream().flatMap(c -> Stream.concat(Stream.of(c.name()), words(c)));
    return Suggestion.nearest(key.toLowerCase(Locale.ROOT), known.distinct().toList());
  }

  private static <R> Stream<String> words(GridColumn<R> column) {
    return Arrays.stream(
        (column.name() + "_" + column.title().toLowerCase(Locale.ROOT)).split("[^a-z0-9]+"));
  }
}
