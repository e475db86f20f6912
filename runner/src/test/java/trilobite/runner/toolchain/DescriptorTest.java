// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toolchain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.runner.data.Data;
import trilobite.runner.profile.Profiles;

/// The descriptors of other people's toolchains, and those that somebody writes wrongly.
class DescriptorTest {

  @TempDir Path config;
  private Toolchains known;

  @BeforeEach
  void read() {
    known = new Toolchains(Data.shipped(), config);
  }

  private Toolchains toolchains() {
    return known;
  }

  private String problem(String text) throws IOException {
    Files.createDirectories(config.resolve("toolchains"));
    Files.writeString(config.resolve("toolchains/mine.toml"), text);
    return toolchains().all().stream()
        .filter(entry -> entry.name().equals("mine"))
        .findFirst()
        .orElseThrow()
        .problem();
  }

  private List<String> recognised(String... files) throws IOException {
    var folder = Files.createTempDirectory(config, "f");
    for (var file : files) {
      var parts = file.split("=", 2);
      Files.createDirectories(folder.resolve(parts[0]).getParent());
      Files.writeString(folder.resolve(parts[0]), parts.length > 1 ? parts[1] : "");
    }
    var all = toolchains().all().stream().flatMap(e -> e.toolchain().stream()).toList();
    return FolderSigns.of(folder, all).stream().map(f -> f.toolchain().name()).toList();
  }

  @Test
  void eachForeignToolchainSaysWhatAPersonNeeds() {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var all = toolchains().all();
    assertThat(all).allSatisfy(entry -> assertThat(entry.problem()).as(entry.name()).isEmpty());
    assertThat(all.stream().flatMap(entry -> entry.toolchain().stream()).toList())
        .filteredOn(toolchain -> !toolchain.page().manual().isEmpty())
        .hasSizeGreaterThanOrEqualTo(14)
        .allSatisfy(
            t -> {
              assertThat(t.page().manual()).startsWith("https://");
              assertThat(t.page().source()).as(t.name()).isNotEmpty();
              assertThat(t.page().arguments()).isNotEmpty();
              assertThat(t.page().address()).isNotEmpty();
              assertThat(t.page().notes()).isNotEmpty();
              assertThat(t.install()).containsKey("other");
              assertThat(t.tools()).isNotEmpty();
              assertThat(t.start().machine()).isPresent();
              assertThat(t.page().profiles())
                  .allSatisfy(name -> assertThat(profiles.named(name)).isPresent());
            });
  }

  /// A position-independent program would else need its address in each project.
  @Test
  void eachKernelThatRunsLinuxProgramsSaysWhereItPutsThem() {
    var profiles = Profiles.load(Path.of("/nowhere"));
    var program = toolchains().named("linux-elf").orElseThrow();
    assertThat(program.page().profiles())
        .hasSizeGreaterThanOrEqualTo(3)
        .allSatisfy(
            name ->
                assertThat(profiles.named(name).orElseThrow().guide().programs())
                    .as(name)
                    .isPresent());
  }

  @Test
  @Tag("bad:descriptor-wrong")
  void aWrongDescriptorIsToldWithLineAndReason() throws IOException {
    assertThat(problem("schema = 1\ntitle = 3\n")).contains("mine.toml:2", "must be a text");
    assertThat(problem("schema = 1\n[build]\ncomand = []\n"))
        .contains("mine.toml:3", "Unknown key build.comand", "command");
    assertThat(problem("[[match]]\npattern = '(?:.*a){12}b'\n"))
        .contains("mine.toml:2", "takes too long");
    assertThat(problem("[[match]]\npattern = '('\n")).contains("mine.toml:2", "Unclosed");
    assertThat(problem("inherits = 'mine'\n")).contains("inherits from itself");
    assertThat(problem("inherits = 'none'\n")).contains("toolchains/none.toml is not there");
    assertThat(problem("matchers = ['none']\n")).contains("matchers/none.toml is not there");
    Files.writeString(config.resolve("toolchains/other.toml"), "inherits = 'mine'\n");
    assertThat(problem("inherits = 'other'\n")).contains("inherits from itself");
    assertThat(toolchains().named("unikraft")).isPresent();
  }

  @Test
  void noShippedExpressionTakesLong() throws IOException {
    var data = Data.shipped();
    for (var file : data.files("toolchains/matchers")) {
      if (!file.endsWith("posix.toml")) {
        var set = file.substring(file.lastIndexOf('/') + 1).replace(".toml", "");
        assertThat(problem("matchers = ['" + set + "']\n")).as(set).isEmpty();
      }
    }
  }

  @Test
  void oneMayBuildOnAShippedOne() throws IOException {
    assertThat(problem("inherits = 'unikraft'\ntitle = 'Mine'\nmatchers = ['gcc']\n")).isEmpty();
    var mine = toolchains().named("mine").orElseThrow();
    assertThat(mine.title()).isEqualTo("Mine");
    assertThat(mine.command()).containsExactly("make", "-j${jobs}");
    assertThat(mine.configure()).hasSize(3);
  }

  @Test
  void foldersAreRecognisedByWhatIsMostTelling() throws IOException {
    assertThat(recognised("Makefile=UK_ROOT ?= $(PWD)/../unikraft", "Makefile.uk"))
        .startsWith("unikraft")
        .contains("make");
    assertThat(recognised("Kraftfile=spec: v0.6")).containsExactly("kraft");
    assertThat(recognised("config.json={\"Args\": [], \"RunConfig\": {}}")).contains("nanos");
    assertThat(recognised("config.json={}")).isEmpty();
    assertThat(recognised("config.ml=open Mirage\n", "unikernel.ml")).startsWith("mirage");
    assertThat(recognised("meta/package.yaml", "meta/run.yaml")).containsExactly("capstan");
    assertThat(recognised("Cargo.toml=[target.'cfg(target_os = \"hermit\")'.dependencies]"))
        .containsExactly("hermit");
    assertThat(recognised("Cargo.toml=[package]", ".cargo/config.toml=x86_64-unknown-none"))
        .containsExactly("rust-bare");
    assertThat(recognised("CMakeLists.txt=os_add_executable(x)")).containsExactly("includeos");
    assertThat(recognised("scripts/build", "loader.cc", "conf/x")).containsExactly("osv");
    assertThat(recognised("hello.pas", "qemu.args")).containsExactly("toro");
    assertThat(recognised("manifest.json={\"type\": \"solo5.manifest\"}")).containsExactly("solo5");
    assertThat(recognised("Makefile=rumprun-bake hw_virtio a b")).startsWith("rumprun");
    assertThat(recognised("Makefile", "link.ld")).startsWith("c-bare");
    assertThat(recognised("readme")).isEmpty();
  }

  @Test
  void theReferenceHasEveryKey() throws IOException {
    var text = Data.shipped().text("docs/toolchains.md");
    assertThat(DescriptorKeys.all()).allSatisfy(key -> assertThat(text).contains("`" + key + "`"));
  }

  @Test
  void wordsOfAProjectComeFromItsFilesOrItsFolder() throws IOException {
    var unikraft = toolchains().named("unikraft").orElseThrow();
    var folder = Files.createDirectories(config.resolve("app"));
    assertThat(Variables.of(folder, "p", unikraft)).containsEntry("uk_name", "app");
    Files.writeString(folder.resolve(".config"), "CONFIG_X=y\nCONFIG_UK_NAME=\"hello\"\n");
    assertThat(Variables.of(folder, "p", unikraft)).containsEntry("uk_name", "hello");
    Files.createDirectories(folder.resolve("build"));
    Files.writeString(folder.resolve("build/a_qemu-x86_64"), "");
    assertThat(Outputs.resolve(folder, "build/*_qemu-x86_64"))
        .isEqualTo(folder.resolve("build/a_qemu-x86_64"));
    assertThat(Outputs.resolve(folder, "none/*.elf")).isEqualTo(folder.resolve("none/.elf"));
  }
}
