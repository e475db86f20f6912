// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.console.BoundedText;
import trilobite.runner.toolchain.Matcher;
import trilobite.runner.toolchain.Toolchain;

/// Finds problems in a tool's lines, each whole: notes are gathered before it is told, and what a
/// linker misses is told at the end, a symbol at a time. Keeps the first 1,000 and counts the rest.
final class DiagnosticParser {

  static final int MOST = 1000;
  private static final int LONGEST = 4096;
  private static final int MOST_NOTES = 50;

  private final List<Matcher> matchers;
  private final Places places;
  private final Consumer<Diagnostic> listener;
  private final UndefinedSymbols undefined;
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Diagnostic.Note> context = new ArrayList<>();
  private final List<Diagnostic> summaries = new ArrayList<>();
  private final Set<Matcher> costly = new HashSet<>();
  private Optional<Diagnostic> open = Optional.empty();
  private Optional<Diagnostic.Note> where = Optional.empty();
  private boolean fresh;
  private int errors;

  DiagnosticParser(Toolchain toolchain, Path project, Consumer<Diagnostic> listener) {
    this.matchers = toolchain.matchers();
    this.undefined = new UndefinedSymbols(toolchain.calls());
    this.places = new Places(project);
    this.listener = listener;
  }

  void line(String whole) {
    // Only JSON has reason to be longer.
    var line = whole.substring(0, Math.min(whole.length(), LONGEST));
    for (var matcher : matchers) {
      var match = match(matcher, line);
      if (match.isPresent() && matcher.json().isPresent()) {
        new JsonDiagnostics(matcher.json().get(), places).read(whole).forEach(this::add);
        return;
      }
      if (match.isPresent()) {
        matched(matcher.kind(), match.get());
        return;
      }
    }
    fresh = false;
  }

  /// Expressions are data that anybody may write: one that takes for ever is not tried again.
  private Optional<MatchResult> match(Matcher matcher, String line) {
    if (costly.contains(matcher)) {
      return Optional.empty();
    }
    try {
      var match = matcher.pattern().matcher(new BoundedText(line, BoundedText.LINE));
      return match.find() ? Optional.of(match.toMatchResult()) : Optional.empty();
    } catch (BoundedText.TooCostlyException | StackOverflowError e) {
      costly.add(matcher);
      return Optional.empty();
    }
  }

  /// Tells the last problem, what linkers missed, and the summary where nothing said more.
  void end() {
    tellOpen();
    undefined.problems().forEach(this::tell);
    if (errors == 0) {
      summaries.stream().limit(1).forEach(this::tell);
    }
  }

  /// A problem that was found otherwise.
  void add(Diagnostic diagnostic) {
    tellOpen();
    tell(diagnostic);
  }

  /// Those found, in order.
  List<Diagnostic> found() {
    return List.copyOf(found);
  }

  /// How many errors there were, those beyond the kept ones too.
  int errors() {
    return errors;
  }

  private void matched(Matcher.Kind kind, MatchResult match) {
    boolean first = fresh;
    fresh = false;
    switch (kind) {
      case PROBLEM -> {
        tellOpen();
        open = Optional.of(diagnostic(match));
        context.clear();
        fresh = true;
      }
      case NOTE -> {
        open = open.map(problem -> withNotes(problem, places.note(match)));
        context.clear();
      }
      case CONTEXT -> {
        if (context.size() < MOST_NOTES) {
          context.add(places.note(match));
        }
      }
      case WHERE -> {
        tellOpen();
        where = Optional.of(places.note(match));
      }
      case AT -> open = open.map(problem -> at(problem, places.note(match)));
      case MORE -> {
        if (first) {
          open = open.map(problem -> more(problem, Places.group(match, "message").strip()));
          fresh = true;
        }
      }
      case MISSING -> {
        tellOpen();
        undefined.missing(Places.group(match, "symbol"), places.file(match), Places.place(match));
      }
      case WANT -> undefined.want(places.file(match), Places.place(match));
      case OBJECT ->
          undefined.object(Places.group(match, "object"), Places.group(match, "function"));
      case SUMMARY -> {
        tellOpen();
        if (summaries.isEmpty()) {
          summaries.add(diagnostic(match));
        }
      }
      case ENTER -> places.enter(match);
      case LEAVE -> places.leave();
      // One without its names says nothing.
      case JSON -> {}
    }
  }

  private void tellOpen() {
    open.ifPresent(this::tell);
    open = Optional.empty();
  }

  private void tell(Diagnostic diagnostic) {
    errors += diagnostic.severity() == Severity.ERROR ? 1 : 0;
    if (found.size() < MOST) {
      found.add(diagnostic);
      listener.accept(diagnostic);
    }
  }

  private Diagnostic diagnostic(MatchResult match) {
    var file = places.file(match);
    var diagnostic =
        new Diagnostic(
            Places.severity(match),
            file.or(() -> where.flatMap(Diagnostic.Note::file)),
            file.isPresent() ? Places.place(match) : where.flatMap(Diagnostic.Note::place),
            Places.group(match, "message"),
            List.copyOf(context));
    where = Optional.empty();
    return diagnostic;
  }

  private Diagnostic withNotes(Diagnostic problem, Diagnostic.Note note) {
    var notes = new ArrayList<>(problem.notes());
    notes.addAll(context);
    notes.add(note);
    return with(problem, notes.subList(0, Math.min(notes.size(), MOST_NOTES)));
  }

  /// The place belongs to what has none yet: the last note, else the problem.
  private static Diagnostic at(Diagnostic problem, Diagnostic.Note place) {
    if (!problem.notes().isEmpty() && problem.notes().getLast().file().isEmpty()) {
      var notes = new ArrayList<>(problem.notes());
      var last = notes.removeLast();
      notes.add(new Diagnostic.Note(place.file(), place.place(), last.message()));
      return with(problem, notes);
    }
    return problem.file().isPresent()
        ? problem
        : new Diagnostic(
            problem.severity(), place.file(), place.place(), problem.message(), problem.notes());
  }

  private static Diagnostic more(Diagnostic problem, String text) {
    var whole = problem.message().isEmpty() ? text : problem.message() + " " + text;
    return new Diagnostic(
        problem.severity(), problem.file(), problem.place(), whole, problem.notes());
  }

  private static Diagnostic with(Diagnostic problem, List<Diagnostic.Note> notes) {
    return new Diagnostic(
        problem.severity(), problem.file(), problem.place(), problem.message(), List.copyOf(notes));
  }
}
