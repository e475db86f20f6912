// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

/// What a linker missed: one problem a symbol, with all that want it. In a unikernel a symbol that
/// an operating system would provide means a missing piece of it, so that is said. One thread.
final class UndefinedSymbols {

  private static final int MOST_SYMBOLS = 500;
  private static final int MOST_WANTS = 50;
  private static final int MOST_NAMED = 4;

  private final Set<String> calls;
  private final Map<String, List<Want>> symbols = new LinkedHashMap<>();
  private String object = "";
  private String function = "";
  private String last = "";

  /// Who wants a symbol, and where.
  private record Want(
      Optional<Path> file, Optional<TextPlace> place, String object, String function) {

    Want of(String itsObject, String itsFunction) {
      return new Want(file, place, itsObject, itsFunction);
    }

    Diagnostic.Note note() {
      var by = function.isEmpty() ? "" : " by " + function;
      return new Diagnostic.Note(
          file, place, "wanted" + by + (object.isEmpty() ? "" : " in " + object));
    }
  }

  /// @param calls names of functions that an operating system provides
  UndefinedSymbols(Set<String> calls) {
    this.calls = calls;
  }

  /// The object, and the function in it, that speaks from here on; or of what was wanted last.
  void object(String name, String itsFunction) {
    object = name;
    function = itsFunction;
    var wants = symbols.get(last);
    if (wants != null && !wants.isEmpty() && wants.getLast().object().isEmpty()) {
      wants.set(wants.size() - 1, wants.getLast().of(name, itsFunction));
      object = "";
      function = "";
    }
  }

  /// A symbol is missed, by somebody at a place where that is known.
  void missing(String symbol, Optional<Path> file, Optional<TextPlace> place) {
    last = symbol;
    if (symbols.size() < MOST_SYMBOLS || symbols.containsKey(symbol)) {
      symbols.computeIfAbsent(symbol, _ -> new ArrayList<>());
    }
    if (file.isPresent()) {
      want(file, place);
    }
  }

  /// Somebody else misses it.
  void want(Optional<Path> file, Optional<TextPlace> place) {
    var wants = symbols.get(last);
    if (wants != null && wants.size() < MOST_WANTS) {
      wants.add(new Want(file, place, object, function));
    }
  }

  /// The problems, in the order in which symbols were missed first.
  List<Diagnostic> problems() {
    return symbols.entrySet().stream().map(e -> problem(e.getKey(), e.getValue())).toList();
  }

  private Diagnostic problem(String symbol, List<Want> wants) {
    var objects = new LinkedHashSet<String>();
    wants.forEach(want -> objects.add(want.object()));
    objects.remove("");
    var message = new StringBuilder("undefined symbol ").append(symbol);
    if (!objects.isEmpty()) {
      var named = objects.stream().limit(MOST_NAMED).toList();
      message.append(", wanted by ").append(String.join(", ", named));
      if (objects.size() > MOST_NAMED) {
        message.append(" and ").append(objects.size() - MOST_NAMED).append(" more");
      }
    }
    if (calls.contains(symbol)) {
      message.append(": a POSIX call that this kernel's libraries do not provide here");
    }
    return new Diagnostic(
        Severity.ERROR,
        wants.stream().flatMap(want -> want.file().stream()).findFirst(),
        wants.stream().flatMap(want -> want.place().stream()).findFirst(),
        message.toString(),
        wants.stream().map(Want::note).toList());
  }
}
