// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel;

import java.util.List;
import java.util.Optional;

/// The window's commands. JavaFX thread only.
public interface Commands {

  /// Adds a command, or replaces the one with its id.
  void add(Command command);

  Optional<Command> find(String id);

  List<Command> all();

  /// The keys of a command as shown to people, such as `Ctrl+B`, rebound or default; empty for
  /// none.
  String keys(String id);

  /// Gives a command other keys, kept as a setting; empty text takes them away. Returns the id of
  /// the command that had these keys and lost them, if one did.
  ///
  /// @param keys as JavaFX reads key combinations, such as `Shortcut+Shift+B`
  /// @throws IllegalArgumentException where the text is no key combination
  Optional<String> rebind(String id, String keys);

  /// Takes back what [#rebind] did to a command.
  void resetKeys(String id);
}
