// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds the function at an address. Safe from any thread, as whoever finds others is.
public final class CodeSymbols {

  /// A function without a size is believed to be no longer than this.
  private static final long UNSIZED = 1 << 16;

  private final long[] starts;
  private final List<Symbol> functions;
  private final Others beside;

  /// Those of other images, by an address that these do not cover.
  @FunctionalInterface
  public interface Others {
    Optional<CodeSymbols> at(long address);
  }

  private CodeSymbols(List<Symbol> functions, Others beside) {
    this.functions = functions;
    this.beside = beside;
    this.starts = functions.stream().mapToLong(Symbol::address).toArray();
  }

  /// @param functions in any order; of several at one address a global one wins
  public static CodeSymbols of(List<Symbol> functions) {
    var sorted = new ArrayList<>(functions);
    sorted.sort(
        Comparator.comparingLong((Symbol symbol) -> symbol.address() ^ Long.MIN_VALUE)
            .thenComparing(Symbol::global));
    return new CodeSymbols(List.copyOf(sorted), _ -> Optional.empty());
  }

  /// The same functions `by` bytes on; those of other images stay.
  CodeSymbols moved(long by) {
    var moved = of(functions.stream().map(symbol -> symbol.moved(by)).toList());
    return new CodeSymbols(moved.functions, beside);
  }

  /// These and, where they cover no address, those of another image.
  CodeSymbols beside(Others others) {
    var before = beside;
    return new CodeSymbols(
        functions,
        address ->
            before
                .at(address)
                .filter(known -> known.at(address).isPresent())
                .or(() -> others.at(address)));
  }

  /// The function that an address lies in.
  public Optional<Symbol> at(long address) {
    return own(address).or(() -> beside.at(address).flatMap(other -> other.at(address)));
  }

  private Optional<Symbol> own(long address) {
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
