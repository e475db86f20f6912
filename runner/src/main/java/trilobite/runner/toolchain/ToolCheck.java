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
import trilobite.runner.file.FileTrouble;
import trilobite.runner.process.Answer;

/// Finds the tools of toolchains on this machine. Versions are asked once for each program file; a
/// program that failed is asked again.
public final class ToolCheck {

  private static final int LONGEST_HINT = 200;

  private final Map<String, String> env;
  private final Path osRelease;
  private final Map<String, Version> versions = new ConcurrentHashMap<>();

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
  /// @param works whether all are there and told their versions without failing, which a stub in
  ///   front of a tool that is not set up does not
  /// @param state such as `gcc 12.2.0, make 4.3` or `gcc is missing`
  /// @param remedy what to do, empty where all works
  public record Result(List<String> missing, boolean works, String state, String remedy) {
    public boolean installed() {
      return missing.isEmpty();
    }
  }

  /// What a program said of itself.
  ///
  /// @param words such as `12.2.0`
  /// @param trouble how it failed, empty where it did not
  private record Version(String words, String trouble) {}

  public Result check(Toolchain toolchain) {
    var missing = new ArrayList<String>();
    var found = new ArrayList<String>();
    var troubles = new ArrayList<String>();
    for (var tool : toolchain.tools()) {
      var program = find(tool.program());
      if (program.isEmpty()) {
        missing.add(tool.program());
      } else if (!tool.version().isEmpty()) {
        var version = version(program.get(), tool);
        found.add(tool.program() + " " + version.words());
        if (!version.trouble().isEmpty()) {
          troubles.add(version.trouble());
        }
      }
    }
    if (missing.isEmpty()) {
      var remedy = troubles.isEmpty() ? "" : hint("Make this run: " + troubles.getFirst());
      return new Result(missing, troubles.isEmpty(), String.join(", ", found), remedy);
    }
    var verb = missing.size() == 1 ? " is missing" : " are missing";
    return new Result(
        List.copyOf(missing), false, String.join(", ", missing) + verb, remedy(toolchain, missing));
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

  private Version version(Path program, Toolchain.Tool tool) {
    var file = program + "@" + modified(program);
    var known = versions.get(file);
    if (known == null || !known.trouble().isEmpty()) {
      known = ask(program, tool);
      versions.put(file, known);
    }
    return known;
  }

  private static Version ask(Path program, Toolchain.Tool tool) {
    var words = new ArrayList<>(tool.version());
    if (words.getFirst().equals(tool.program())) {
      words.set(0, program.toString());
    }
    var answer = Answer.of(words);
    var match = tool.pattern().matcher(answer.output());
    if (match.find()) {
      return new Version(match.group(1), "");
    }
    if (answer.code() == 0) {
      return new Version("of unknown version", "");
    }
    var said = answer.output().lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    var trouble =
        String.join(" ", tool.version()) + " failed" + (said.isEmpty() ? "" : ": " + said);
    return new Version("does not run", FileTrouble.shown(trouble));
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
    return hint(hint);
  }

  private static String hint(String words) {
    return words.substring(0, Math.min(words.length(), LONGEST_HINT));
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
