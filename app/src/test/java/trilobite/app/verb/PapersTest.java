// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// Each verb has a man page and is completed by both shells.
class PapersTest {

  @TempDir Path folder;

  private Env env() {
    var none =
        new PrintStream(java.io.OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Env(
        () -> {
          throw new AssertionError("papers open no workbench");
        },
        none,
        none,
        false,
        folder,
        folder,
        (workbench, project, target, run) -> 0);
  }

  private String read(String file) throws IOException {
    return Files.readString(folder.resolve("share").resolve(file));
  }

  @Test
  void everyVerbHasAPageAndIsCompletedByBothShells() throws IOException {
    assertThat(Verbs.execute(env(), "papers", "share")).isZero();
    var bash = read("bash-completion/completions/trilobite");
    var zsh = read("zsh/vendor-completions/_trilobite");
    var all = read("man/man1/trilobite.1");
    assertThat(zsh).startsWith("#compdef trilobite\n").doesNotContain("papers");
    for (var verb : ManPage.shown(Verbs.line(env()).getCommandSpec())) {
      var name = verb.name();
      var page = read("man/man1/trilobite-" + name + ".1");
      assertThat(page).contains(".SH NAME", ".SH SYNOPSIS", ".SH EXIT STATUS");
      assertThat(all).contains(".B " + name.replace("-", "\\-") + "\n");
      assertThat(bash).as(name).contains("function _picocli_trilobite_" + name + "()");
      assertThat(zsh).as(name).contains("    '" + name + ":").contains("    " + name + ")\n");
      for (var option : verb.options()) {
        if (!option.hidden()) {
          assertThat(page).as(name).contains(option.longestName().replace("-", "\\-"));
          assertThat(bash).as(name).contains(option.longestName());
          assertThat(zsh).as(name).contains("'" + option.longestName() + "[");
        }
      }
    }
  }

  @Test
  void everyVerbSaysWhatItTakes() {
    helps(Verbs.line(env()), List.of());
  }

  private void helps(CommandLine line, List<String> words) {
    line.getSubcommands()
        .forEach(
            (name, verb) -> {
              var asked = new ArrayList<>(words);
              asked.add(name);
              helps(verb, asked);
              for (var help : List.of("-h", "--help")) {
                var whole = new ArrayList<>(asked);
                whole.add(help);
                assertThat(Verbs.execute(env(), whole.toArray(String[]::new)))
                    .as(String.join(" ", whole))
                    .isZero();
              }
            });
  }
}
