// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.debug.Wanted;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;
import trilobite.runner.image.SymbolTable;

/// What names mean in one guest. Types that are not known yet are asked for when they are needed,
/// each name once, and kept. Safe from any thread; learning may block for a second.
public final class Vocabulary {

  private final SymbolTable symbols;
  private final CodeSymbols places;
  private final Layouts layouts;
  private final Set<String> asked = new HashSet<>();
  private volatile Types types;

  /// Who tells the types of names, such as gdb.
  @FunctionalInterface
  public interface Layouts {
    Types of(Wanted wanted) throws IOException;
  }

  /// @param types what is known from the start
  public Vocabulary(SymbolTable symbols, Types types, Layouts layouts) {
    this.symbols = symbols;
    this.types = types;
    this.layouts = layouts;
    this.places =
        CodeSymbols.of(symbols.symbols().values().stream().filter(s -> s.size() > 0).toList());
  }

  /// All types that are known so far.
  public Types types() {
    return types;
  }

  /// Asks for the names that were never asked for, in one go.
  ///
  /// @param names of variables, constants and types
  public synchronized void learn(Collection<String> names) throws IOException {
    var fresh = names.stream().filter(name -> !known(name) && !asked.contains(name)).toList();
    if (!fresh.isEmpty()) {
      var variables = fresh.stream().filter(name -> !name.contains(" ")).toList();
      types = types.and(layouts.of(Wanted.of(fresh, variables)));
      asked.addAll(fresh);
    }
  }

  private boolean known(String name) {
    return types.symbols().containsKey(name)
        || (symbols.find(name).isEmpty() && types.named().containsKey(name));
  }

  boolean isType(String name) {
    return symbols.find(name).isEmpty()
        && !types.symbols().containsKey(name)
        && types.find(name).isPresent();
  }

  /// A type behind its names, learned if it was only named so far; a [Type.Ref] where nobody knows.
  Type whole(Type type) throws IOException {
    var found = types.resolve(type);
    if (found instanceof Type.Ref(var name)) {
      learn(List.of(name));
      found = types.resolve(type);
    }
    return found;
  }

  /// Bytes of a type; 0 where unknown.
  long size(Type type) throws IOException {
    var at = whole(type);
    for (int i = 0; i < 8 && at instanceof Type.Array(var element, var count); i++) {
      at = whole(element);
    }
    return types.size(type);
  }

  Optional<Symbol> symbol(String name) {
    return symbols.find(name);
  }

  SymbolTable symbols() {
    return symbols;
  }

  /// The symbol that an address lies in and the distance from its begin.
  public Optional<String> at(long address) {
    return places
        .at(address)
        .map(
            symbol ->
                address == symbol.address()
                    ? symbol.name()
                    : symbol.name() + "+0x" + Long.toHexString(address - symbol.address()));
  }

  /// Names like this one that are known, the likeliest first.
  List<String> near(String name) {
    var all = new HashSet<>(symbols.symbols().keySet());
    all.addAll(types.symbols().keySet());
    return Nearest.of(name, all);
  }
}
