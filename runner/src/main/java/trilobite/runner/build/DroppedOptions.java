// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import trilobite.model.build.Diagnostic;
import trilobite.model.check.Severity;
import trilobite.model.project.TextPlace;
import trilobite.runner.toolchain.Toolchain;

/// Options that a Kconfig file asked for and that configuring dropped without a word, because
/// something that they depend on is off or they do not exist. Each is a warning at its line.
final class DroppedOptions {

  private static final int MOST_LINES = 100_000;
  private static final Pattern SET = Pattern.compile("(CONFIG_\\w+)=(.*)");
  private static final Pattern UNSET = Pattern.compile("# (CONFIG_\\w+) is not set");

  private final Path asked;
  private final Path made;
  private final List<String> wanted;

  private DroppedOptions(Path asked, Path made, List<String> wanted) {
    this.asked = asked;
    this.made = made;
    this.wanted = wanted;
  }

  /// What the files of a step ask for now; empty where it says no files. The file that asks may be
  /// the one that is written anew.
  static Optional<DroppedOptions> asked(Path folder, Toolchain.Step step) {
    if (step.from().isEmpty() || step.into().isEmpty()) {
      return Optional.empty();
    }
    var from = folder.resolve(step.from().get());
    try {
      return Optional.of(
          new DroppedOptions(from, folder.resolve(step.into().get()), Files.readAllLines(from)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /// Those that the file made of it does not have; none where that cannot be read.
  List<Diagnostic> dropped() {
    try {
      var came = new HashMap<String, String>();
      Files.readAllLines(made).stream().limit(MOST_LINES).forEach(line -> put(line, came));
      // Its lines are others by now.
      boolean same = asked.equals(made);
      var dropped = new ArrayList<Diagnostic>();
      for (int i = 0; i < Math.min(wanted.size(), MOST_LINES); i++) {
        int line = i + 1;
        why(wanted.get(i), came)
            .ifPresent(
                why ->
                    dropped.add(
                        new Diagnostic(
                            Severity.WARNING,
                            Optional.of(asked),
                            same ? Optional.empty() : Optional.of(new TextPlace(line, 1)),
                            why,
                            List.of())));
      }
      return dropped;
    } catch (IOException e) {
      return List.of();
    }
  }

  private static void put(String line, Map<String, String> into) {
    var set = SET.matcher(line);
    if (set.matches()) {
      into.put(set.group(1), set.group(2));
    }
  }

  private static Optional<String> why(String line, Map<String, String> came) {
    var set = SET.matcher(line.strip());
    var unset = UNSET.matcher(line.strip());
    if (set.matches()) {
      var value = came.get(set.group(1));
      if (value == null && !set.group(2).equals("n")) {
        return Optional.of(
            set.group(0) + " was dropped: it does not exist here, or what it depends on is off");
      }
      return value != null && !value.equals(set.group(2))
          ? Optional.of(set.group(0) + " was changed to " + value)
          : Optional.empty();
    }
    if (unset.matches() && came.containsKey(unset.group(1))) {
      return Optional.of(unset.group(1) + " was to be off and is on: something else asks for it");
    }
    return Optional.empty();
  }
}
