// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import trilobite.runner.debug.CodeLine;
import trilobite.runner.image.CodeSymbols;
import trilobite.runner.image.Symbol;

/// Where in the source calls stand, by the address that they return to. gdb is asked once for each,
/// many at a time; what it does not know the symbols tell. Safe from any thread.
final class CallSites {

  private static final int MOST_ASKED = 2_000;

  private final CodeSymbols code;
  private final Lines lines;
  private final Map<Long, CodeLine> known = new HashMap<>();
  private boolean deaf;

  /// Who knows lines.
  @FunctionalInterface
  interface Lines {
    Map<Long, CodeLine> of(List<Long> addresses) throws IOException;
  }

  CallSites(CodeSymbols code, Lines lines) {
    this.code = code;
    this.lines = lines;
  }

  /// The calls that return to these addresses. The first time takes as long as gdb does.
  synchronized Map<Long, CodeLine> of(Set<Long> returns) {
    var asked = new ArrayList<Long>();
    for (var address : returns) {
      if (!known.containsKey(address) && asked.size() < MOST_ASKED) {
        // The call's last byte: what comes after it may be another line, or another function.
        asked.add(address - 1);
      }
    }
    if (!asked.isEmpty() && !deaf) {
      ask(asked);
    }
    var found = new HashMap<Long, CodeLine>();
    returns.forEach(address -> found.put(address, known.getOrDefault(address, named(address))));
    return found;
  }

  private void ask(List<Long> asked) {
    try {
      var told = lines.of(asked);
      for (var address : asked) {
        var line = told.getOrDefault(address, CodeLine.UNKNOWN);
        known.put(
            address + 1,
            line.function().isEmpty()
                ? new CodeLine(named(address + 1).function(), line.file(), line.line())
                : line);
      }
    } catch (IOException e) {
      // No gdb, or no debug information: the names of functions have to do.
      deaf = true;
    }
  }

  private CodeLine named(long address) {
    return new CodeLine(code.at(address - 1).map(Symbol::path).orElse(""), "", 0);
  }
}
