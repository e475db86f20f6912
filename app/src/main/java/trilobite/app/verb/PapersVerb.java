// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `trilobite papers DIR`: what a package installs beside the program, made from the verbs
/// themselves. People have no use for it.
@Command(
    name = "papers",
    hidden = true,
    description = "Writes man pages and completions for bash and zsh, as a package needs them.")
final class PapersVerb implements Callable<Integer> {
  private static final String PROGRAM = "trilobite";

  private final Env env;

  @Parameters(paramLabel = "DIR", description = "folder that stands for /usr/share")
  private Path folder = Path.of(".");

  PapersVerb(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws Exception {
    var root = Verbs.line(env).getCommandSpec();
    var share = env.resolve(folder);
    var pages = Files.createDirectories(share.resolve("man/man1"));
    Files.writeString(pages.resolve(PROGRAM + ".1"), ManPage.of(root, PROGRAM));
    for (var verb : ManPage.shown(root)) {
      var name = PROGRAM + "-" + verb.name();
      Files.writeString(pages.resolve(name + ".1"), ManPage.of(verb, PROGRAM));
    }
    var bash = Files.createDirectories(share.resolve("bash-completion/completions"));
    Files.writeString(bash.resolve(PROGRAM), AutoComplete.bash(PROGRAM, root.commandLine()));
    var zsh = Files.createDirectories(share.resolve("zsh/vendor-completions"));
    Files.writeString(zsh.resolve("_" + PROGRAM), ZshCompletion.of(root, PROGRAM));
    return Exit.DONE;
  }
}
