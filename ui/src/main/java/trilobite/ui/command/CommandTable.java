// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.input.KeyEvent;
import trilobite.model.port.Settings;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;

/// The window's commands with the keys that the user gave them. JavaFX thread only.
public final class CommandTable implements Commands {

  private static final String SETTING = "keys.";

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final Map<String, String> reasons = new HashMap<>();
  private final Settings settings;

  /// Counts what changed, for those who show commands.
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();

  private final ChangeListener<Boolean> allowed = (_, _, _) -> changed();

  public CommandTable(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void add(Command command) {
    var before = Optional.ofNullable(commands.put(command.id(), command));
    before.ifPresent(old -> old.enabled().removeListener(allowed));
    command.enabled().addListener(allowed);
    changed();
  }

  private void changed() {
    changes.set(changes.get() + 1);
  }

  /// Is another number whenever a command came, or may be done or not, or says another reason.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  @Override
  public Optional<Command> find(String id) {
    return Optional.ofNullable(commands.get(id));
  }

  @Override
  public List<Command> all() {
    return List.copyOf(commands.values());
  }

  @Override
  public String keys(String id) {
    return find(id).map(command -> Keys.shown(combination(command))).orElse("");
  }

  @Override
  public Optional<String> rebind(String id, String keys) {
    if (!keys.isEmpty()) {
      Keys.read(keys);
    }
    var loser =
        commands.values().stream()
            .filter(other -> !other.id().equals(id) && Keys.same(combination(other), keys))
            .map(Command::id)
            .findFirst();
    loser.ifPresent(other -> settings.put(SETTING + other, ""));
    settings.put(SETTING + id, keys);
    return loser;
  }

  @Override
  public void resetKeys(String id) {
    settings.remove(SETTING + id);
  }

  /// Says why a command does not make sense now; empty where there is no more to say.
  public void explain(String id, String why) {
    if (!why.equals(reasons.put(id, why))) {
      changed();
    }
  }

  /// Why a command does not make sense now, where that is known; else empty.
  public String why(String id) {
    return reasons.getOrDefault(id, "");
  }

  /// Runs a command where it exists and makes sense now.
  ///
  /// @return false where nothing was run
  public boolean run(String id) {
    var command = find(id).filter(found -> found.enabled().get());
    command.ifPresent(found -> found.run().run());
    return command.isPresent();
  }

  /// The command that a key press means.
  public Optional<Command> match(KeyEvent press) {
    return commands.values().stream()
        .filter(
            command -> {
              var keys = combination(command);
              return !keys.isEmpty() && Keys.read(keys).match(press);
            })
        .findFirst();
  }

  private String combination(Command command) {
    return settings
        .get(SETTING + command.id())
        .filter(CommandTable::readable)
        .orElse(command.shortcut());
  }

  /// Settings are a text file that people may edit: what is no combination counts as absent.
  private static boolean readable(String keys) {
    try {
      if (!keys.isEmpty()) {
        Keys.read(keys);
      }
      return true;
    } catch (IllegalArgumentException none) {
      return false;
    }
  }
}
