// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import trilobite.model.guest.Listing;
import trilobite.model.guest.SymbolRow;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Source;
import trilobite.runner.image.SymbolTable;

/// The symbols by which all else is found.
final class SymbolsSubject implements Subject {

  private static final int MOST = 50_000;

  @Override
  public List<View<?>> views() {
    return List.of(Views.SYMBOLS);
  }

  @Override
  public void open(Scene scene) throws IOException {
    var known =
        scene.view().known().orElseThrow(() -> new IOException(scene.view().why())).symbols();
    var listing = listing(known);
    var detail = "symbols of " + scene.view().symbolsFrom();
    scene.show(Views.SYMBOLS, () -> Look.Seen.of(listing, Source.Kind.PROJECT, detail));
  }

  private static Listing<SymbolRow> listing(SymbolTable table) {
    var rows =
        table.symbols().values().stream()
            .map(s -> new SymbolRow(s.name(), s.address(), s.size(), s.global()))
            .sorted(
                Comparator.comparing(SymbolRow::address, Long::compareUnsigned)
                    .thenComparing(SymbolRow::name))
            .limit(MOST)
            .toList();
    return new Listing<>(
        rows,
        rows.size() < table.symbols().size()
            ? Optional.of("only the first %d of %d".formatted(MOST, table.symbols().size()))
            : Optional.empty());
  }
}
