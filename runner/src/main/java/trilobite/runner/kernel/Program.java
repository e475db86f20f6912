// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.SymbolTable;
import trilobite.runner.value.PathException;
import trilobite.runner.value.Route;
import trilobite.runner.value.RouteParser;

/// One build of a guest's program.
///
/// @param file name of the file with the symbols
public record Program(String file, SymbolTable symbols, Types types, CodeSymbols code) {

  private static final Pattern FIRST =
      Pattern.compile("\\s*([A-Za-z_$][\\w$]*(?:::[A-Za-z_$][\\w$]*)*)(.*)", Pattern.DOTALL);

  public static Program of(SymbolTable symbols, Types types) {
    return new Program(
        String.valueOf(symbols.file().getFileName()), symbols, types, symbols.code());
  }

  /// A variable and the way from it.
  public record Spot(long address, Route route) {}

  /// Name of the variable that a path such as `sched.threads` begins with; empty for no path.
  static String variable(String path) {
    var match = FIRST.matcher(path);
    return match.matches() ? match.group(1) : "";
  }

  /// @throws PathException where the program has no such variable, or its type no such member
  public Spot spot(String path) throws PathException {
    var match = FIRST.matcher(path);
    if (!match.matches()) {
      throw new PathException("\"" + path + "\" does not begin with a variable");
    }
    var name = match.group(1);
    var symbol = symbols.find(name);
    if (symbol.isEmpty()) {
      throw new PathException(file + " has no variable " + name);
    }
    var way = match.group(2);
    var type = Optional.ofNullable(types.symbols().get(name)).or(() -> taken(way));
    if (type.isEmpty()) {
      throw new PathException("the debug information says nothing of the variable " + name);
    }
    return new Spot(symbol.get().address(), RouteParser.compile(types, type.get(), way));
  }

  /// What a path takes its variable for at once: a linker that renames symbols parts them from
  /// their types.
  private Optional<Type> taken(String way) {
    return way.stripLeading().startsWith("as ")
        ? RouteParser.casts(way).stream().findFirst().flatMap(types::find)
        : Optional.empty();
  }

  /// @throws PathException where the program has no symbol of that name
  public long address(String name) throws PathException {
    return symbols
        .find(name)
        .orElseThrow(() -> new PathException(file + " has no " + name))
        .address();
  }

  /// @throws PathException where the program has no type of that name
  public Type type(String name) throws PathException {
    return types
        .find(name)
        .orElseThrow(() -> new PathException("the debug information knows no " + name));
  }

  /// The constants of an enum, by value; none for an empty name.
  public Map<Long, String> constants(String name) throws PathException {
    if (name.isEmpty() || !(types.resolve(type(name)) instanceof Type.Enumeration all)) {
      return Map.of();
    }
    return all.constants().stream()
        .collect(
            Collectors.toMap(Type.Constant::value, Type.Constant::name, (first, other) -> first));
  }
}
