// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.runner.toolchain.Matcher;

/// Finds problems in a tool's lines, each whole: notes are gathered before it is told. Keeps the
/// first 1,000 and counts the rest.
final class DiagnosticParser {

  static final int MOST = 1000;
  private static final int MOST_NOTES = 50;

  private final List<Matcher> matchers;
  private final Path project;
  private final Consumer<Diagnostic> listener;
  private final Deque<Path> folders = new ArrayDeque<>();
  private final List<Diagnostic> found = new ArrayList<>();
  private final List<Diagnostic.Note> context = new ArrayList<>();
  private final List<Diagnostic> summaries = new ArrayList<>();
  private Optional<Diagnostic> open = Optional.empty();
  private int errors;

  DiagnosticParser(List<Matcher> matchers, Path project, Consumer<Diagnostic> listener) {
    this.matchers = matchers;
    this.project = project;
    this.listener = listener;
  }

  void line(String line) {
    for (var matcher : matchers) {
      var match = matcher.pattern().matcher(line);
      if (match.find()) {
        matched(matcher.kind(), match.toMatchResult());
        return;
      }
    }
  }

  /// Tells the last problem, and the summary where nothing said more.
  void end() {
    tellOpen();
    if (errors == 0) {
      summaries.stream().limit(1).forEach(this::tell);
    }
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
    switch (kind) {
      case PROBLEM -> {
        tellOpen();
        open = Optional.of(diagnostic(match));
        context.clear();
      }
      case NOTE -> open = open.map(problem -> withNote(problem, note(match)));
      case CONTEXT -> {
        tellOpen();
        if (context.size() < MOST_NOTES) {
          context.add(note(match));
        }
      }
      case SUMMARY -> {
        if (summaries.isEmpty()) {
          summaries.add(diagnostic(match));
        }
      }
      case ENTER -> path(group(match, "folder")).ifPresent(folders::push);
      case LEAVE -> folders.poll();
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
    var severity = group(match, "severity").contains("warning") ? Severity.WARNING : Severity.ERROR;
    return new Diagnostic(
        severity,
        path(group(match, "file")),
        place(match),
        group(match, "message"),
        List.copyOf(context));
  }

  private Diagnostic.Note note(MatchResult match) {
    var message = group(match, "message");
    return new Diagnostic.Note(
        path(group(match, "file")),
        place(match),
        message.isEmpty() ? "included from here" : message);
  }

  private static Diagnostic withNote(Diagnostic problem, Diagnostic.Note note) {
    if (problem.notes().size() >= MOST_NOTES) {
      return problem;
    }
    var notes = new ArrayList<>(problem.notes());
    notes.add(note);
    return new Diagnostic(
        problem.severity(), problem.file(), problem.place(), problem.message(), List.copyOf(notes));
  }

  private Optional<Path> path(String file) {
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      var base = folders.isEmpty() ? project : folders.peek();
      return Optional.of(project.resolve(base).resolve(file).normalize());
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private static Optional<TextPlace> place(MatchResult match) {
    var line = number(group(match, "line"));
    return line.map(at -> new TextPlace(at, number(group(match, "column")).orElse(1)));
  }

  private static Optional<Integer> number(String digits) {
    return digits.matches("[1-9]\\d{0,8}")
        ? Optional.of(Integer.valueOf(digits))
        : Optional.empty();
  }

  static String group(MatchResult match, String name) {
    if (!match.namedGroups().containsKey(name)) {
      return "";
    }
    var text = match.group(name);
    return text == null ? "" : text;
  }
}
