// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.build.BuildOption;
import trilobite.model.build.OptionTable;
import trilobite.runner.data.Data;
import trilobite.runner.toolchain.Toolchains;
import trilobite.runner.toolchain.Variables;

/// A project's option files as tables, and back, by the shipped descriptors.
class OptionTablesTest {

  private static final String CONFIG =
      """
      # Made by a person, to be kept.
      CONFIG_UK_BASE="@BASE@"

      # Which scheduler
      CONFIG_COOP=y
      # CONFIG_FAIR is not set
      CONFIG_LIBNET=y
      CONFIG_NET_PORT=80
      CONFIG_NET_HOST="a \\"b\\""
      CONFIG_GONE=y
      """;

  @TempDir Path root;
  private Path folder;
  private Path base;

  @BeforeEach
  void setUp() throws IOException {
    folder = Files.createDirectories(root.resolve("app"));
    base = Files.createDirectories(root.resolve("kernel"));
    write(
        base.resolve("Config.uk"),
        """
        mainmenu "A kernel"
        config HIDDEN
        \tstring
        \tdefault "x"
        menu "Architecture"
        choice
        \tprompt "Scheduler"
        \tdefault COOP
        config COOP
        \tbool "Cooperative"
        \thelp
        \t  Gives way by itself.

        \t  Costs nothing.
        config FAIR
        \tbool "Fair"
        endchoice
        endmenu
        menu "Library Configuration"
        source "$(shell,$(UK_BASE)/make-menu.sh -q -o '$(KCONFIG_DIR)/libs.uk' -l 'x')"
        source "$(UK_BASE)/none/Config.uk"
        endmenu
        """);
    write(
        base.resolve("net/Config.uk"),
        """
        menuconfig LIBNET
        \tbool "net: a stack"
        \tdefault n
        if LIBNET
        config NET_PORT
        \tint "Port" if EXPERT
        \tdepends on HAVE_TCP
        config NET_HOST
        \tstring "Host"
        endif
        config LIBDISK
        \tbool
        \tprompt "disk: a driver"
        """);
    write(folder.resolve("build/kconfig/libs.uk"), "source \"" + base + "/net/Config.uk\"\n");
    write(folder.resolve(".config"), CONFIG.replace("@BASE@", base.toString()));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private OptionTables tables(String toolchain) {
    var known =
        new Toolchains(Data.shipped(), root.resolve("config")).named(toolchain).orElseThrow();
    return new OptionTables(folder, known, Variables.of(folder, "app", known));
  }

  private OptionTable table(String toolchain, String title) throws IOException {
    return tables(toolchain).read().stream()
        .filter(table -> table.title().equals(title))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void kconfigGivesEachOptionItsPromptMenuAndHelp() throws IOException {
    var all = table("unikraft", "Options");
    assertThat(all.options())
        .extracting(BuildOption::name, BuildOption::value, BuildOption::prompt, BuildOption::menu)
        .extracting(tuple -> String.join("|", tuple.toList().toArray(String[]::new)))
        .containsExactly(
            "COOP|y|Cooperative|Architecture › Scheduler",
            "FAIR|n|Fair|Architecture › Scheduler",
            "LIBNET|y|net: a stack|Library Configuration",
            "NET_PORT|80|Port|Library Configuration › net: a stack",
            "NET_HOST|a \"b\"|Host|Library Configuration › net: a stack",
            "LIBDISK||disk: a driver|Library Configuration",
            "UK_BASE|" + base + "||",
            "GONE|y||");
    var coop = all.named("COOP").orElseThrow();
    assertThat(coop.help()).isEqualTo("Gives way by itself.\n\nCosts nothing.");
    assertThat(coop.declared()).isEqualTo(base.resolve("Config.uk") + ":9");
    assertThat(all.named("NET_PORT").orElseThrow().needs()).isEqualTo("LIBNET && HAVE_TCP");
    assertThat(all.named("GONE").orElseThrow().needs()).contains("no Kconfig file");
    assertThat(all.note()).startsWith("1 file that declares");
    assertThat(table("unikraft", "Libraries").options())
        .extracting(BuildOption::name)
        .containsExactly("LIBNET", "LIBDISK");
  }

  @Test
  void aChangedOptionIsALineOfTheFileAndTheRestStays() throws IOException {
    var tables = tables("unikraft");
    tables.set("Libraries", "LIBDISK", "y");
    tables.set("Options", "FAIR", "y");
    tables.set("Options", "NET_HOST", "c\\d");
    tables.set("Options", "NET_PORT", "8080");
    assertThat(Files.readString(folder.resolve(".config")))
        .isEqualTo(
            """
            # Made by a person, to be kept.
            CONFIG_UK_BASE="%s"

            # Which scheduler
            # CONFIG_COOP is not set
            CONFIG_FAIR=y
            CONFIG_LIBNET=y
            CONFIG_NET_PORT=8080
            CONFIG_NET_HOST="c\\\\d"
            CONFIG_GONE=y
            CONFIG_LIBDISK=y
            """
                .formatted(base));
    assertThat(table("unikraft", "Options").named("NET_HOST").orElseThrow().value())
        .isEqualTo("c\\d");
    assertThatThrownBy(() -> tables.set("Options", "NET_PORT", "many"))
        .hasMessageContaining("whole number");
    assertThatThrownBy(() -> tables.set("Options", "HIDDEN", "y"))
        .hasMessageContaining("no option “HIDDEN”");
    assertThatThrownBy(() -> tables.set("None", "FAIR", "y")).hasMessageContaining("None");
  }

  @Test
  void withoutItsDeclarationsAConfigurationIsNamesAndValuesToBeRead() throws IOException {
    Files.delete(base.resolve("Config.uk"));
    var table = table("unikraft", "Options");
    assertThat(table.editable()).isFalse();
    assertThat(table.note()).contains("No help", "Config.uk");
    assertThat(table.named("NET_PORT").orElseThrow().value()).isEqualTo("80");
    Files.delete(folder.resolve(".config"));
    assertThat(tables("unikraft").read()).isEmpty();
  }

  @Test
  void aYamlFileKeepsItsComments() throws IOException {
    write(
        folder.resolve("Kraftfile"),
        """
        spec: v0.6 # the schema
        unikraft:
          version: '0.17' # pinned
          kconfig:
            CONFIG_LIBX: 'y'
        libraries:
          lwip: {version: stable}
        targets:
        - qemu/x86_64
        """);
    var all = table("kraft", "Kraftfile");
    assertThat(all.options())
        .extracting(option -> option.name() + "=" + option.value())
        .containsExactly(
            "spec=v0.6",
            "unikraft.version=0.17",
            "unikraft.kconfig.CONFIG_LIBX=y",
            "libraries.lwip.version=stable",
            "targets.0=qemu/x86_64");
    assertThat(all.named("libraries.lwip.version").orElseThrow().prompt()).isNotEmpty();
    assertThat(table("kraft", "Libraries").options()).hasSize(1);
    var tables = tables("kraft");
    tables.set("Kraftfile", "unikraft.version", "0.18");
    tables.set("Kraftfile", "libraries.lwip.version", "a: b");
    tables.set("Kraftfile", "targets.0", "fc/x86_64");
    assertThat(Files.readString(folder.resolve("Kraftfile")))
        .isEqualTo(
            """
            spec: v0.6 # the schema
            unikraft:
              version: "0.18" # pinned
              kconfig:
                CONFIG_LIBX: 'y'
            libraries:
              lwip: {version: "a: b"}
            targets:
            - fc/x86_64
            """);
    assertThatThrownBy(() -> tables.set("Kraftfile", "targets.7", "x"))
        .hasMessageContaining("no value “targets.7”");
  }

  /// Shapes: capstan 6bb7574, Documentation/ConfigurationFiles.md and Capstanfile.md,
  /// cmd/testdata/hashing/meta/package.yaml.
  @Test
  void capstansFilesAreTables() throws IOException {
    write(
        folder.resolve("meta/package.yaml"),
        """
        name: my-super-application
        title: DEMO App
        author: myname (myname@email.com)
        require:
            - osv.cli
            - node-4.4.5
        """);
    write(
        folder.resolve("meta/run.yaml"),
        """
        runtime: node
        config_set:
           ### This is one configuration set (feel free to rename it).  ###
           myconfig1:
              main: /server.js
              args:
                 - --port
              env:
                 PORT: 8000
        config_set_default: myconfig1
        """);
    write(
        folder.resolve("Capstanfile"),
        """
        base: cloudius/osv-base
        cmdline: /tools/hello.so
        files:
          /tools/hello.so: hello.so # ours
        """);
    assertThat(table("capstan", "Packages").options())
        .extracting(BuildOption::name, BuildOption::value)
        .extracting(tuple -> String.join("=", tuple.toList().toArray(String[]::new)))
        .containsExactly("require.0=osv.cli", "require.1=node-4.4.5");
    for (var file : List.of("package.yaml", "run.yaml", "Capstanfile")) {
      assertThat(table("capstan", file).options())
          .allMatch(option -> !option.prompt().isEmpty(), "says what it is");
    }
    assertThat(table("capstan", "Files").options())
        .extracting(BuildOption::name)
        .containsExactly("files./tools/hello.so");
    tables("capstan").set("Capstanfile", "files./tools/hello.so", "build/&");
    assertThat(folder.resolve("Capstanfile")).content().endsWith("so: build/& # ours\n");
    tables("capstan").set("run.yaml", "config_set.myconfig1.env.PORT", "80");
    assertThat(folder.resolve("meta/run.yaml")).content().contains("PORT: 80\n", "### This is");
  }

  /// Shapes: hermit-rs-template 69b0486, Cargo.toml; the rest by The Cargo Book, features.
  @Test
  void cargosFeaturesAreATable() throws IOException {
    var cargo =
        """
        [package]
        name = "hello"

        [features]
        default = ["web"] # what people get
        web = ["log"]
        log = []
        slow = ["dep:big"]

        [dependencies]
        big = { version = "1", optional = true, default-features = false, features = ["a"] }
        small = "1.0"

        [target.'cfg(target_os = "hermit")'.dependencies]
        hermit = { git = "https://github.com/hermit-os/hermit-rs.git", tag = "hermit-0.13.0" }
        """;
    write(folder.resolve("Cargo.toml"), cargo);
    assertThat(table("hermit", "Cargo features").options())
        .filteredOn(option -> !option.name().startsWith("hermit."))
        .extracting(option -> option.name() + "=" + option.value())
        .containsExactly("web=y", "log=y", "slow=n", "big.a=y", "big.default-features=n");
    var kernel = table("hermit", "Kernel");
    assertThat(kernel.named("hermit.dhcpv4").orElseThrow().value()).as("its own default").isEmpty();
    assertThat(kernel.options()).hasSizeGreaterThan(20).allMatch(o -> !o.prompt().isEmpty());

    var tables = tables("hermit");
    tables.set("Cargo features", "slow", "y");
    tables.set("Kernel", "hermit.dhcpv4", "y");
    tables.set("Kernel", "hermit.tcp", "y");
    tables.set("Cargo features", "big.a", "n");
    assertThat(folder.resolve("Cargo.toml"))
        .content()
        .isEqualTo(
            cargo
                .replace("[\"web\"]", "[\"web\", \"slow\"]")
                .replace("features = [\"a\"]", "features = []")
                .replace("0.13.0\" }", "0.13.0\", features = [\"dhcpv4\", \"tcp\"] }"));
    assertThatThrownBy(() -> tables.set("Cargo features", "log", "n"))
        .hasMessage("log is on because web turns it on.");
    assertThatThrownBy(() -> tables.set("Kernel", "hermit.smp", "n"))
        .hasMessageContaining("defaults");
    assertThatThrownBy(() -> tables.set("Cargo features", "small.x", "y"))
        .hasMessageContaining("only a version");
    assertThat(new CargoFile("[features]\ndefault = [", Map.of()).note())
        .startsWith("It is no TOML");
    assertThat(new CargoFile("features = 1\ndependencies = []\ntarget = 2", Map.of()).options())
        .isEmpty();
  }

  @Test
  void aJsonFileIsATableToo() throws IOException {
    write(
        folder.resolve("config.json"),
        "{\n\t\"Args\": [\"a\"],\n\t\"RunConfig\": {\"Memory\": \"512m\", \"CPUs\": 1}\n}\n");
    var tables = tables("nanos");
    tables.set("config.json", "RunConfig.Memory", "1g");
    tables.set("config.json", "RunConfig.CPUs", "2");
    assertThat(Files.readString(folder.resolve("config.json")))
        .isEqualTo(
            "{\n\t\"Args\": [\"a\"],\n\t\"RunConfig\": {\"Memory\": \"1g\", \"CPUs\": 2}\n}\n");
  }

  @Test
  @Tag("bad:options-hostile")
  void filesThatNameThemselvesDevicesOrBombsEndAtOnce() throws IOException {
    var config = base.resolve("Config.uk");
    write(
        config,
        "source \"%s\"\nsource \"%s\"\nsource \"/dev/zero\"\nsource \"$(shell,rm -rf /)\"\nsource \"\u0000\"\nendmenu\nendif\nconfig %s\n bool \"x\"\nconfig OK\n bool \"fine\"\n  help\n"
            .formatted(config, config, "A B\n"));
    write(folder.resolve(".config"), "CONFIG_UK_BASE=\"" + base + "\"\n");
    var table = table("unikraft", "Options");
    assertThat(table.named("OK").orElseThrow().prompt()).isEqualTo("fine");
    assertThat(table.note()).contains("could not be read");

    for (var text :
        List.of(
            "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b]\nd: &d [*c,*c,*c,*c,*c,*c,*c,*c]\ne: [*d,*d,*d,*d,*d,*d,*d]\n",
            "a: &a\n  b: *a\n",
            "[".repeat(20_000),
            "a: b: c\n",
            "\u0000\u0007")) {
      var file = new YamlFile(text, Map.of());
      assertThat(file.options()).hasSizeLessThanOrEqualTo(5000);
    }
    assertThat(new YamlFile("a: b: c\n", Map.of()).editable()).isFalse();
    assertThat(new YamlFile("a: b: c\n", Map.of()).note()).startsWith("It is no YAML");
  }
}
