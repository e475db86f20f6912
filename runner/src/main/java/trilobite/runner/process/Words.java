// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.process;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.exec.CommandLine;

/// Splits a command as a person writes it into words; quotes hold words together.
public final class Words {

  private Words() {}

  public static List<String> of(String command) {
    if (command.isBlank()) {
      return List.of();
    }
    var line = CommandLine.parse(command);
    var words = new ArrayList<String>();
    words.add(line.getExecutable());
    words.addAll(List.of(line.getArguments()));
    return List.copyOf(words);
  }
}
