// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;

/// Turns the groups of a match into files and places, relative to the folder that a tool is in.
final class Places {

  private final Path project;
  private final Deque<Path> folders = new ArrayDeque<>();

  Places(Path project) {
    this.project = project;
  }

  void enter(MatchResult match) {
    path(group(match, "folder")).ifPresent(folders::push);
  }

  void leave() {
    folders.poll();
  }

  Optional<Path> file(MatchResult match) {
    return path(group(match, "file"));
  }

  Diagnostic.Note note(MatchResult match) {
    var message = group(match, "message");
    return new Diagnostic.Note(
        file(match), place(match), message.isEmpty() ? "included from here" : message);
  }

  /// A file as a tool names it.
  Optional<Path> path(String file) {
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

  static Severity severity(MatchResult match) {
    var said = group(match, "severity").toLowerCase(Locale.ROOT);
    return said.contains("warning") ? Severity.WARNING : Severity.ERROR;
  }

  static Optional<TextPlace> place(MatchResult match) {
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
