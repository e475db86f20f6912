// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;

/// The table of shortcuts, without its nodes.
final class ShortcutsModel {

  private final Commands commands;

  ShortcutsModel(Commands commands) {
    this.commands = commands;
  }

  /// @param keys as people read them, empty for none
  record Line(String id, String title, String keys) {}

  /// Commands whose title or keys hold the text, by title.
  List<Line> lines(String filter) {
    var wanted = filter.strip().toLowerCase(Locale.ROOT);
    return commands.all().stream()
        .map(command -> new Line(command.id(), command.title(), commands.keys(command.id())))
        .filter(
            line -> (line.title() + " " + line.keys()).toLowerCase(Locale.ROOT).contains(wanted))
        .sorted(Comparator.comparing(Line::title))
        .toList();
  }

  /// Gives a command the keys that were pressed; in words, what came of it.
  String rebind(String id, String combination) {
    var loser = commands.rebind(id, combination).flatMap(commands::find).map(Command::title);
    return loser.map(title -> "These keys were taken from “" + title + "”.").orElse("");
  }

  void reset(String id) {
    commands.resetKeys(id);
  }

  /// The combination of a key press, absent for a modifier alone or a bare letter, which typing
  /// needs.
  static Optional<String> combination(KeyEvent press) {
    var code = press.getCode();
    boolean free = code.isFunctionKey();
    boolean modified = press.isShortcutDown() || press.isAltDown();
    if (code.isModifierKey() || code == KeyCode.UNDEFINED || !(free || modified)) {
      return Optional.empty();
    }
    var text = new StringBuilder();
    if (press.isShortcutDown()) {
      text.append("Shortcut+");
    }
    if (press.isAltDown()) {
      text.append("Alt+");
    }
    if (press.isShiftDown()) {
      text.append("Shift+");
    }
    return Optional.of(text.append(code.name()).toString());
  }
}
