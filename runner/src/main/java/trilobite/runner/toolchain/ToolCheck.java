// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import trilobite.runner.process.Answer;

/// Finds the tools of toolchains on this machine. Versions are asked once for each program file.
public final class ToolCheck {

  private static final int LONGEST_HINT = 200;

  private final Map<String, String> env;
  private final Path osRelease;
  private final Map<String, String> versions = new ConcurrentHashMap<>();

  public ToolCheck(Map<String, String> env) {
    this(env, Path.of("/etc/os-release"));
  }

  ToolCheck(Map<String, String> env, Path osRelease) {
    this.env = Map.copyOf(env);
    this.osRelease = osRelease;
  }

  /// What was found.
  ///
  /// @param missing programs that are not there
  /// @param state such as `gcc 12.2.0, make 4.3` or `gcc is missing`
  /// @param remedy what to do, empty where nothing is missing
  public record Result(List<String> missing, String state, String remedy) {
    public boolean installed() {
      return missing.isEmpty();
    }
  }

  public Result check(Toolchain toolchain) {
    var missing = new ArrayList<String>();
    var found = new ArrayList<String>();
    for (var tool : toolchain.tools()) {
      var program = find(tool.program());
      if (program.isEmpty()) {
        missing.add(tool.program());
      } else if (!tool.version().isEmpty()) {
        found.add(tool.program() + " " + version(program.get(), tool));
      }
    }
    if (missing.isEmpty()) {
      return new Result(missing, String.join(", ", found), "");
    }
    var verb = missing.size() == 1 ? " is missing" : " are missing";
    return new Result(
        List.copyOf(missing), String.join(", ", missing) + verb, remedy(toolchain, missing));
  }

  /// A program on the PATH, as a shell would find it.
  public Optional<Path> find(String program) {
    for (var folder : env.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1)) {
      var file = Path.of(folder.isEmpty() ? "." : folder).resolve(program);
      if (Files.isRegularFile(file) && Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private String version(Path program, Toolchain.Tool tool) {
    return versions.computeIfAbsent(
        program + "@" + modified(program),
        _ -> {
          var output = Answer.of(tool.version()).output();
          var match = tool.pattern().matcher(output);
          return match.find() ? match.group(1) : "of unknown version";
        });
  }

  private static String modified(Path program) {
    try {
      return Files.getLastModifiedTime(program).toString();
    } catch (IOException e) {
      return "";
    }
  }

  private String remedy(Toolchain toolchain, List<String> missing) {
    var hint = toolchain.install().get(system());
    if (hint == null) {
      hint = toolchain.install().getOrDefault("other", "Install " + String.join(", ", missing));
    }
    return hint.substring(0, Math.min(hint.length(), LONGEST_HINT));
  }

  /// The system's `ID` in os-release(5), or the first that it is like and that we know.
  private String system() {
    try {
      for (var line : Files.readAllLines(osRelease)) {
        if (line.startsWith("ID=")) {
          var id = line.substring(3).replace("\"", "");
          return id.equals("ubuntu") ? "debian" : id;
        }
      }
    } catch (IOException e) {
      // Not a system that says what it is.
    }
    return "other";
  }
}
