// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import trilobite.model.console.GuestText;
import trilobite.model.port.Wraps;
import trilobite.model.run.RunId;
import trilobite.model.wrap.LineTarget;
import trilobite.model.wrap.QemuLine;
import trilobite.model.wrap.ShellScript;

/// `import` of a QEMU command line: pasted, in a shell script, or as a wrapped run had it.
final class ImportLine {

  private static final long MOST = 1L << 20;

  @Option(
      names = "--line",
      paramLabel = "QEMU…",
      description = "a QEMU command line, as one word: makes DIR a project that boots the same")
  private Optional<String> line = Optional.empty();

  @Option(
      names = "--script",
      paramLabel = "FILE",
      description = "a shell script that starts QEMU; the first one counts")
  private Optional<Path> script = Optional.empty();

  @Option(
      names = "--run",
      paramLabel = "N",
      description = "the line of a run that trilobite wrap watched")
  private Optional<Long> run = Optional.empty();

  /// True where a line is meant, not a folder's own toolchain.
  boolean meant() {
    return line.isPresent() || script.isPresent() || run.isPresent();
  }

  /// Writes the project; what the line has beyond it is told on standard error, or in the JSON.
  void into(Path folder, Env env, boolean json) throws IOException {
    var wraps = env.workbench().get().wraps();
    var asked = asked(folder, env, wraps);
    var found =
        ShellScript.qemu(asked.line())
            .orElseThrow(
                () ->
                    new VerbException(Exit.NO, "no qemu-system-* with arguments is started there"));
    var program = found.words().getFirst();
    var name = program.substring(program.lastIndexOf('/') + 1);
    var arch = name.startsWith("qemu-system-") ? name.substring("qemu-system-".length()) : "x86_64";
    var words = found.words().subList(1, found.words().size());
    var target = LineTarget.of(arch, QemuLine.of(words), asked.folder());
    wraps.adopt(folder, target);
    if (json) {
      env.out()
          .println(
              new Json()
                  .put("project", folder)
                  .put("name", target.name())
                  .put("kept", target.kept())
                  .put("left", target.left())
                  .put("unknown", found.unknown()));
      return;
    }
    env.out().println(folder);
    if (!target.kept().isEmpty()) {
      say(env, "passed on as raw arguments: " + String.join(" ", target.kept()));
    }
    target.left().forEach(text -> say(env, "left out: " + text));
    found.unknown().forEach(text -> say(env, "not known before the script runs: " + text));
  }

  private static void say(Env env, String text) {
    env.err().println(GuestText.visible(text));
  }

  private Wraps.Asked asked(Path folder, Env env, Wraps wraps) throws IOException {
    if (run.isPresent()) {
      var id = new RunId(run.get());
      var record =
          env.workbench()
              .get()
              .history()
              .run(id)
              .orElseThrow(() -> new VerbException(Exit.ABSENT, "there is no run " + id));
      return wraps.asked(record);
    }
    if (script.isPresent()) {
      var file = env.resolve(script.get());
      if (Files.size(file) > MOST) {
        throw new VerbException(Exit.NO, file + " is too long for a script");
      }
      var parent = Optional.ofNullable(file.getParent()).orElse(folder);
      var text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return new Wraps.Asked(parent, text);
    }
    return new Wraps.Asked(folder, line.orElse(""));
  }
}
