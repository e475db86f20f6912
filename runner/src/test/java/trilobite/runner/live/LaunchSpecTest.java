// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.command.CommandLine;
import trilobite.model.run.Accelerator;
import trilobite.model.run.RunId;
import trilobite.runner.console.ConsoleWatch;
import trilobite.runner.project.TomlProjectFormat;

class LaunchSpecTest {

  private static final Path FOLDER = Path.of("/p");

  private static Optional<Path> kernel(String symbols) {
    var text = "project.name = 'x'\n[target.default]\nkernel = 'boots'\n" + symbols;
    var project = new TomlProjectFormat().parse(text).project().orElseThrow();
    return new LaunchSpec(
            new RunId(1),
            Instant.EPOCH,
            project,
            text,
            project.targets().get("default"),
            FOLDER,
            FOLDER,
            FOLDER,
            new CommandLine("qemu", List.of()),
            new Accelerator("tcg", "a test"),
            List.of(),
            0,
            Optional.empty(),
            new ConsoleWatch.Patterns(Optional.empty(), List::of))
        .kernel();
  }

  @Test
  void whatALoaderBootsIsTheKernel() {
    var app = "[[debug.symbols]]\nfile = 'app'\nrole = 'kernel'\n";
    assertThat(kernel("")).contains(FOLDER.resolve("boots"));
    assertThat(kernel(app)).contains(FOLDER.resolve("boots"));
    var loader = "[[debug.symbols]]\nfile = 'boots'\nrole = 'loader'\n";
    assertThat(kernel(loader + app)).contains(FOLDER.resolve("app"));
    assertThat(kernel(loader)).isEmpty();
  }
}
