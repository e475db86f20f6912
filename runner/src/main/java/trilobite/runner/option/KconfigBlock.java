// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The menus, choices and conditions around a line, from the outermost on.
final class KconfigBlock {

  private static final int DEEPEST = 100;

  private final List<Level> levels = new ArrayList<>();

  /// @param title empty where it is no menu
  /// @param needs empty where it is no condition
  /// @param choice empty where it is no choice
  private record Level(String title, String needs, String choice) {}

  void menu(String title) {
    push(new Level(title, "", ""));
  }

  /// A condition; what a menu's own symbol guards stands below its title.
  void when(String needs, String title) {
    push(new Level(title, needs, ""));
  }

  void choice(String id) {
    push(new Level("", "", id));
  }

  private void push(Level level) {
    if (levels.size() < DEEPEST) {
      levels.add(level);
    }
  }

  void end() {
    if (!levels.isEmpty()) {
      levels.removeLast();
    }
  }

  /// The prompt or the condition of the choice or menu that was begun last.
  void say(String title, String needs) {
    if (!levels.isEmpty()) {
      var last = levels.removeLast();
      levels.add(
          new Level(
              title.isEmpty() ? last.title() : title,
              needs.isEmpty() ? last.needs() : and(last.needs(), needs),
              last.choice()));
    }
  }

  int depth() {
    return levels.size();
  }

  /// Goes back to what it was, whatever a file left open.
  void back(int depth) {
    while (levels.size() > depth) {
      levels.removeLast();
    }
  }

  String path() {
    return levels.stream()
        .map(Level::title)
        .filter(title -> !title.isEmpty())
        .collect(Collectors.joining(" › "));
  }

  String needs() {
    return levels.stream()
        .map(Level::needs)
        .filter(needs -> !needs.isEmpty())
        .collect(Collectors.joining(" && "));
  }

  String choice() {
    return levels.isEmpty() ? "" : levels.getLast().choice();
  }

  static String and(String one, String other) {
    return Optional.of(one).filter(text -> !text.isEmpty()).map(text -> text + " && ").orElse("")
        + other;
  }
}
