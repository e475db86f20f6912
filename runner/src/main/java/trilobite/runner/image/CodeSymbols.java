// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the function at an address. Immutable.
public final class CodeSymbols {

  /// A function without a size is believed to be no longer than this.
  private static final long UNSIZED = 1 << 16;

  private final long[] starts;
  private final List<Symbol> functions;

  private CodeSymbols(List<Symbol> functions) {
    this.functions = functions;
    this.starts = functions.stream().mapToLong(Symbol::address).toArray();
  }

  /// @param functions in any order; of several at one address a global one wins
  public static CodeSymbols of(List<Symbol> functions) {
    var sorted = new ArrayList<>(functions);
    sorted.sort(
        Comparator.comparingLong((Symbol symbol) -> symbol.address() ^ Long.MIN_VALUE)
            .thenComparing(Symbol::global));
    return new CodeSymbols(List.copyOf(sorted));
  }

  /// The same functions `by` bytes on.
  CodeSymbols moved(long by) {
    return of(functions.stream().map(symbol -> symbol.moved(by)).toList());
  }

  /// The function that an address lies in.
  public Optional<Symbol> at(long address) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(starts[middle], address) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (high < 0) {
      return Optional.empty();
    }
    var found = functions.get(high);
    var size = found.size() == 0 ? UNSIZED : found.size();
    return Long.compareUnsigned(address - found.address(), size) < 0
        ? Optional.of(found)
        : Optional.empty();
  }
}
