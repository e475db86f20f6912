// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;

/// The functions in which threads stand. A thousand threads stand in the same few, so the newest
/// answers are kept. Safe from any thread.
final class Places {

  private static final int BITS = 8;
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private final CodeSymbols code;
  private final Set<String> skip;

  /// Answers never change: whoever finds one that another thread put here finds it whole.
  private final @Nullable Place[] newest = new Place[1 << BITS];

  /// @param skip names of the functions that are passed over
  Places(CodeSymbols code, Set<String> skip) {
    this.code = code;
    this.skip = skip;
  }

  /// @param function whose code is there, if any is
  /// @param passed true where the profile passes over it
  record Place(long address, Optional<String> function, boolean passed) {}

  /// True where the profile passes over some functions.
  boolean passesSome() {
    return !skip.isEmpty();
  }

  Place at(long address) {
    int slot = (int) ((address * SPREAD) >>> (Long.SIZE - BITS));
    var place = newest[slot];
    if (place == null || place.address != address) {
      var function = code.at(address).map(Symbol::path);
      place = new Place(address, function, function.filter(skip::contains).isPresent());
      newest[slot] = place;
    }
    return place;
  }
}
