// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import trilobite.model.console.BoundedText;

/// The words that stand for `${…}` in a descriptor, for one project: those of its folder, and those
/// that its files say. Values are filled into single words and never meet a shell.
public final class Variables {

  private static final int MOST_BYTES = 1 << 18;
  private static final int LONGEST = 200;

  private Variables() {}

  /// Reads the files that the descriptor names, as far as they are there.
  ///
  /// @param name of the project
  public static Map<String, String> of(Path folder, String name, Toolchain toolchain) {
    var words = new LinkedHashMap<String, String>();
    words.put("project", folder.toString());
    words.put("folder", String.valueOf(folder.getFileName()));
    words.put("name", name);
    words.put("home", System.getProperty("user.home"));
    words.put("jobs", Integer.toString(Runtime.getRuntime().availableProcessors()));
    for (var variable : toolchain.variables()) {
      var read = read(folder.resolve(variable.file()), variable);
      var otherwise = Toolchains.fill(variable.otherwise(), words);
      words.put(variable.name(), read.isEmpty() ? otherwise : read);
    }
    return words;
  }

  private static String read(Path file, Toolchain.Variable variable) {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    try (var in = Files.newInputStream(file)) {
      var text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      var match = variable.pattern().matcher(new BoundedText(text, BoundedText.FILE));
      var found = match.find() && match.groupCount() > 0 ? match.group(1) : null;
      return found == null || found.length() > LONGEST ? "" : found;
    } catch (IOException | BoundedText.TooCostlyException | StackOverflowError e) {
      return "";
    }
  }
}
