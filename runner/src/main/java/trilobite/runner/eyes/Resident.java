// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.time.HostClock;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.profile.Profile.Moves;

/// A program that the guest's kernel runs and loaded where it liked: looked for when somebody asks
/// for an address that could be its own, until it is found. Safe from any thread.
final class Resident {

  private static final Logger LOG = LoggerFactory.getLogger(Resident.class);
  private static final long REST_NANOS = 500_000_000;
  private static final int REST_PER_COST = 20;

  private final SymbolTable linked;
  private final Moves within;
  private final Search search;
  private Optional<SymbolTable> placed = Optional.empty();
  private long notBefore = Long.MIN_VALUE;

  /// How far the program was moved, as far as can be seen now.
  @FunctionalInterface
  interface Search {
    OptionalLong by() throws IOException;
  }

  /// @param linked its symbols at the addresses of its file
  /// @param within where the kernel puts programs
  Resident(SymbolTable linked, Moves within, Search search) {
    this.linked = linked;
    this.within = within;
    this.search = search;
  }

  /// Its functions, where the address may be one of them and it is found.
  Optional<CodeSymbols> at(long address) {
    boolean possible =
        Long.compareUnsigned(address, within.from()) >= 0
            && Long.compareUnsigned(address, within.to()) < 0;
    return possible ? placed().map(SymbolTable::code) : Optional.empty();
  }

  /// Its symbols at the addresses that they have; looks for them where it is time to.
  synchronized Optional<SymbolTable> placed() {
    long now = HostClock.nanos();
    if (placed.isEmpty() && now >= notBefore) {
      try {
        var by = search.by();
        if (by.isPresent()) {
          placed = Optional.of(linked.loadedAt(linked.linked() + by.getAsLong()));
        }
      } catch (IOException e) {
        LOG.debug("{} is not found: {}", linked.file(), e.getMessage());
      }
      long end = HostClock.nanos();
      notBefore = end + REST_NANOS + REST_PER_COST * (end - now);
    }
    return placed;
  }
}
