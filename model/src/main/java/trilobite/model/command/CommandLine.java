// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import java.util.ArrayList;
import java.util.List;

/// The exact command that Run starts.
public record CommandLine(String program, List<Argument> arguments) {

  /// The words for exec, program first.
  public List<String> words() {
    var words = new ArrayList<String>();
    words.add(program);
    for (var argument : arguments) {
      if (!argument.option().isEmpty()) {
        words.add(argument.option());
      }
      if (!argument.value().isEmpty()) {
        words.add(argument.value());
      }
    }
    return List.copyOf(words);
  }
}
