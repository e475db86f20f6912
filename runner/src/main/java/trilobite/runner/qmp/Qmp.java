// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.qmp;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;

/// Commands to QEMU's monitor. Safe from any thread; blocks up to a deadline.
public interface Qmp {

  /// Executes a command and returns its `return` value.
  ///
  /// @param arguments values that Jackson can write
  /// @throws QmpException where QEMU refused the command; its text is fit for people
  /// @throws IOException where QEMU did not answer in time, is gone or answered garbage
  JsonNode execute(String command, Map<String, ?> arguments) throws IOException;

  default JsonNode execute(String command) throws IOException {
    return execute(command, Map.of());
  }

  /// Executes a command of the human monitor, such as `info registers`, and returns its text.
  default String human(String commandLine) throws IOException {
    return execute("human-monitor-command", Map.of("command-line", commandLine)).asText();
  }
}
