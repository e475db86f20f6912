// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import trilobite.model.build.TemplateInfo;
import trilobite.model.check.Severity;
import trilobite.runner.toolchain.Toolchain;
import trilobite.runner.toolchain.Toolchains;

/// Every template makes a whole project, under any name.
class TemplatesTest {

  @TempDir Path root;
  private Bench bench;

  @BeforeEach
  void setUp() throws IOException {
    bench = Bench.in(root);
  }

  static Stream<String> names() throws IOException {
    return new Templates(trilobite.runner.data.Data.shipped())
        .list().stream().map(TemplateInfo::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void aProjectOfItIsWholeAndHasItsName(String template) throws IOException {
    var folder = root.resolve("My $App 'π'");
    var made = bench.projects().create(folder, template, "My $App 'π'");
    assertThat(made.findings()).filteredOn(f -> f.severity() == Severity.ERROR).isEmpty();
    var project = made.project().orElseThrow();
    assertThat(project.name()).isEqualTo("My $App 'π'");
    assertThat(project.targets()).isNotEmpty();
    assertThat(bench.toolchains().named(project.toolchain())).isPresent();
    assertThat(folder.resolve("README.md")).isRegularFile();
    assertThat(folder.resolve("template.toml")).doesNotExist();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file)).as(file.toString()).doesNotContain("@NAME@");
      }
    }
  }

  @Test
  void aNameThatNoToolTakesIsMadeOne() throws IOException {
    var folder = root.resolve("one");
    bench.projects().create(folder, "hermit", "3 Big Waves!");
    assertThat(folder.resolve("Cargo.toml")).content().contains("name = \"big-waves\"");
    assertThat(folder.resolve("trilobite.toml")).content().contains("release/big-waves\"");
    var other = root.resolve("two");
    bench.projects().create(other, "kraft", "π");
    assertThat(other.resolve("Kraftfile")).content().contains("name: hello\n");
    assertThat(other.resolve("src/main.c"))
        .hasSameTextualContentAs(Path.of("../resources/templates/linux-elf/src/main.c"));
  }

  /// Without the kernel's symbols there are no threads and no connections to see.
  @Test
  void osvsKernelIsKeptWithItsSymbols() throws IOException {
    var folder = root.resolve("osv");
    bench.projects().create(folder, "osv", "hello");
    assertThat(folder.resolve("trilobite.toml"))
        .content()
        .contains("file = \"build/loader.elf\"\nrole = \"kernel\"");
    assertThat(folder.resolve("Makefile")).content().contains("build/last/loader.elf build/");
  }

  /// capstan's own choice, ZFS, starts a builder under KVM to fill the image.
  @Test
  void capstanNeedsNoKvmToBuild() throws IOException {
    var folder = root.resolve("capstan");
    bench.projects().create(folder, "capstan", "hello");
    assertThat(folder.resolve("Makefile")).content().contains("compose --fs rofs ");
  }

  /// Those of ours that take any project have none.
  @Test
  void everyToolchainOfAUnikernelHasOne() throws IOException {
    var has = new TreeSet<String>();
    bench.templates().list().forEach(template -> has.add(template.toolchain()));
    var all =
        bench.toolchains().all().stream()
            .flatMap(entry -> entry.toolchain().stream())
            .filter(toolchain -> !toolchain.page().manual().isEmpty())
            .map(Toolchain::name)
            .toList();
    assertThat(has).containsAll(all);
    assertThat(all).hasSizeGreaterThanOrEqualTo(14);
    assertThat(bench.toolchains().all()).extracting(Toolchains.Entry::problem).containsOnly("");
  }
}
