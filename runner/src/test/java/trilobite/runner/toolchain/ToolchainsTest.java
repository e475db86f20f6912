// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.data.Data;

class ToolchainsTest {

  @TempDir Path config;

  private Toolchains toolchains() {
    return new Toolchains(Data.shipped(), config);
  }

  private void own(String name, String text) throws IOException {
    Files.createDirectories(config.resolve("toolchains"));
    Files.writeString(config.resolve("toolchains").resolve(name + ".toml"), text);
  }

  @Test
  void shippedOnesCanAllBeRead() {
    assertThat(toolchains().all())
        .extracting(Toolchains.Entry::name)
        .contains("command", "linux-microvm", "make", "tide");
    assertThat(toolchains().all())
        .allSatisfy(
            entry -> {
              assertThat(entry.problem()).isEmpty();
              assertThat(entry.toolchain().orElseThrow().matchers()).isNotEmpty();
              assertThat(entry.toolchain().orElseThrow().title()).isNotEmpty();
            });
  }

  @Test
  void usersOwnReplacesAShippedOneAndAddsOthers() throws IOException {
    own("make", "title = 'Mine'\n[build]\ncommand = ['gmake']\n");
    own("zig", "title = 'Zig'\n");
    assertThat(toolchains().named("make").orElseThrow().command()).containsExactly("gmake");
    assertThat(toolchains().named("zig")).isPresent();
  }

  @Test
  void brokenDescriptorSaysWhereAndSpoilsNoOther() throws IOException {
    own("a", "title = \n");
    own("b", "[build]\nprogress = '('\n");
    own("c", "[[match]]\nkind = 'odd'\n");
    own("d", "title = 3\n");
    own("e", "matchers = ['none']\n");
    assertThat(toolchains().all())
        .filteredOn(entry -> entry.toolchain().isEmpty())
        .extracting(Toolchains.Entry::name, Toolchains.Entry::problem)
        .hasSize(5)
        .allSatisfy(tuple -> assertThat((String) tuple.toList().getLast()).isNotEmpty());
    assertThat(toolchains().named("make")).isPresent();
  }

  @Test
  void variablesAreFilledIntoWordsNotIntoAShell() {
    var filled =
        Toolchains.fill(
            List.of("make", "X=${project}", "${unknown}"), Map.of("project", "a b';$(x)"));
    assertThat(filled).containsExactly("make", "X=a b';$(x)", "${unknown}");
  }

  @Test
  void missingToolsComeWithTheSystemsRemedy() throws IOException {
    var release = Files.writeString(config.resolve("os-release"), "NAME=x\nID=debian\n");
    var make = toolchains().named("tide").orElseThrow();
    var none = new ToolCheck(Map.of("PATH", "/none"), release).check(make);
    assertThat(none.installed()).isFalse();
    assertThat(none.state()).contains("gcc, make").endsWith("are missing");
    assertThat(none.remedy()).isEqualTo("apt-get install gcc binutils make");
    Files.writeString(release, "ID=\"plan9\"\n");
    assertThat(new ToolCheck(Map.of("PATH", "/none"), release).check(make).remedy())
        .startsWith("Install gcc");
    var found = new ToolCheck(Map.of("PATH", "/usr/bin:/bin"), release).check(make);
    assertThat(found.state()).matches("gcc \\d+\\.\\d+.*, make \\d+\\.\\d+.*");
    assertThat(found.remedy()).isEmpty();
  }

  @Test
  void aToolThatFailsIsNotSaidToWork() throws IOException {
    var make = toolchains().named("make").orElseThrow();
    var stub = Files.createDirectory(config.resolve("bin")).resolve("make");
    Files.writeString(stub, "#!/bin/sh\necho no default toolchain >&2\nexit 1\n");
    assertThat(stub.toFile().setExecutable(true)).isTrue();
    var check = new ToolCheck(Map.of("PATH", stub.getParent().toString()));
    var broken = check.check(make);
    assertThat(broken.installed()).isTrue();
    assertThat(broken.works()).isFalse();
    assertThat(broken.state()).isEqualTo("make does not run");
    assertThat(broken.remedy())
        .isEqualTo("Make this run: make --version failed: no default toolchain");
    Files.writeString(stub, "#!/bin/sh\necho GNU Make 4.3\n");
    assertThat(check.check(make).state()).as("asked again").isEqualTo("make 4.3");
  }
}
