// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Commands;

/// Commands without keys of their own.
public final class FakeCommands implements Commands {

  private final Map<String, Command> commands = new LinkedHashMap<>();

  @Override
  public void add(Command command) {
    commands.put(command.id(), command);
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
  public Optional<String> rebind(String id, String keys) {
    return Optional.empty();
  }

  @Override
  public void resetKeys(String id) {}

  @Override
  public String keys(String id) {
    return find(id).map(command -> command.shortcut().replace("Shortcut", "Ctrl")).orElse("");
  }
}
