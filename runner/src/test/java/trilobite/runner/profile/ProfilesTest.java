// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.runner.data.Data;
import trilobite.runner.image.ElfBuilder;
import trilobite.runner.image.SymbolTable;

class ProfilesTest {

  private static final String MINE =
      """
      schema = 1
      name = "mine"
      later_key = "ignored"
      [detect]
      symbols = ["my_heap"]
      [[heap]]
      symbol = "my_heap"
      size = 32
      rules = ["used <= total"]
      [heap.fields]
      total = { offset = 0, width = 8 }
      used = { offset = 8, width = 8 }
      peak = { offset = 16, width = 8 }
      blocks = { offset = 24, width = 4 }
      """;

  @TempDir Path config;

  private void own(String name, String text) throws IOException {
    var folder = Files.createDirectories(config.resolve("profiles").resolve(name));
    Files.writeString(folder.resolve("profile.toml"), text);
  }

  @Test
  void tideShipsWithTheProgram() {
    var profiles = Profiles.load(config);
    assertThat(profiles.problems()).isEmpty();
    var tide = profiles.named("tide").orElseThrow();
    assertThat(tide.identity()).isTrue();
    assertThat(tide.heaps().getFirst().symbol()).isEqualTo("tide_heap");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[    1.000250] panic: assertion failed | true",
        "[   12.000001] power: off | false",
        "tide> help panic | false",
      })
  void tidesPhrasesFitItsConsole(String line, boolean panic) {
    var tide = Profiles.load(config).named("tide").orElseThrow();
    assertThat(tide.panic().stream().anyMatch(p -> Pattern.compile(p.text()).matcher(line).find()))
        .isEqualTo(panic);
  }

  @Test
  void noProfileHoldsAnAddress() throws IOException {
    var files = Data.shipped().files("profiles");
    assertThat(files).contains("profiles/tide/profile.toml");
    for (var file : files) {
      assertThat(Data.shipped().text(file)).doesNotContainPattern("(?m)^\\s*(address|base)\\s*=");
    }
  }

  @Test
  void theUsersOwnAreFoundAndWinByName() throws IOException {
    own("mine", MINE);
    own(
        "tide",
        MINE.replace("\"mine\"", "\"tide\"")
            .replace("schema = 1", "schema = 1\ntitle=\"My tide\""));
    var profiles = Profiles.load(config);
    assertThat(profiles.problems()).isEmpty();
    assertThat(profiles.named("tide").orElseThrow().title()).isEqualTo("My tide");
    assertThat(profiles.named("mine").orElseThrow().heaps().getFirst().fields()).hasSize(4);
  }

  @Test
  void aBrokenOneIsLeftOutAndSaidSo() throws IOException {
    own("bad", "schema = 1\nname = \"bad");
    var profiles = Profiles.load(config);
    assertThat(profiles.problems()).singleElement().asString().contains("bad/profile.toml");
    assertThat(profiles.named("tide")).isPresent();
  }

  @Test
  void theyAreReadAnewOnlyWhereTheUsersOwnChanged() throws IOException {
    var kept = new KeptProfiles(config);
    var first = kept.get();
    assertThat(first.named("tide")).isPresent();
    assertThat(kept.get()).isSameAs(first);
    own("mine", MINE);
    var second = kept.get();
    assertThat(second.named("mine")).isPresent();
    assertThat(kept.get()).isSameAs(second);
    own("mine", MINE.replace("schema = 1", "schema = 1\ntitle=\"Changed\""));
    assertThat(kept.get().named("mine").orElseThrow().title()).isEqualTo("Changed");
  }

  @Test
  void symbolsTellTheProfile() throws IOException {
    own("mine", MINE);
    var profiles = Profiles.load(config);
    var image = new ElfBuilder(64).global("my_heap", 4096, 32).write(config.resolve("a.elf"));
    assertThat(profiles.of(SymbolTable.read(image)).orElseThrow().name()).isEqualTo("mine");
    var other = new ElfBuilder(64).global("main", 4096, 32).write(config.resolve("b.elf"));
    assertThat(profiles.of(SymbolTable.read(other))).isEmpty();
    // As Free Pascal writes them in Toro's images, which have no other mark in their symbols.
    var toro =
        new ElfBuilder(64)
            .global("U_$PROCESS_$$_CPU", 4096, 32)
            .global("MEMORY_$$_TOROGETMEM$QWORD$$POINTER", 4128, 32)
            .write(config.resolve("toro.elf"));
    assertThat(profiles.of(SymbolTable.read(toro)).orElseThrow().name()).isEqualTo("toro");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "schema = 1/schema = 2",
        "schema = 1/schema = \"1\"",
        "\"mine\"/\"../mine\"",
        "size = 32/size = 27",
        "size = 32/size = 99999999999",
        "size = 32/size = -1",
        "symbol = \"my_heap\"/symbol = 3",
        "width = 4/width = 3",
        "offset = 24/offset = -1",
        "used <= total/used < total",
        "used <= total/used <= all",
        "used <= total/1 <= total",
        "symbols = [\"my_heap\"]/symbols = [1]",
        "[detect]/[console]\npanic = [{ regex = \"(\" }]\n[detect]",
        "blocks =/block =",
        "[detect]/[memory]\nmoves = { from = \"0x2000\", to = \"0x1000\" }\n[detect]",
        "[detect]/[memory]\nmoves = { from = \"0x0\", to = \"0x1000\", step = \"0x3000\" }\n[detect]",
        "[detect]/[memory]\nmoves = { from = \"0x0\", to = \"0x1000\", step = \"0x100\" }\n[detect]",
        "[detect]/[container.x]\nstart = \"a\"\nshape = \"joined\"\nof = \"b\"\npart = [1]\n[detect]",
        "[detect]/[memory]\nmoves = { from = \"2000\", to = \"0x3000\" }\n[detect]",
        "[detect]/[threads]\nin = \"t\"\n[threads.clocks]\nper_second = 0\n[detect]",
        "[detect]/[threads]\nin = \"t\"\n[threads.saved]\nwords = [\"rip\"]\n[detect]",
      })
  void whatMakesNoSenseIsRefusedWithItsFile(String change) {
    var parts = change.split("/", 2);
    var text = MINE.replace(parts[0], parts[1]);
    assertThat(text).isNotEqualTo(MINE);
    assertThatThrownBy(() -> ProfileReader.read("mine.toml", text))
        .isInstanceOf(ProfileException.class)
        .hasMessageStartingWith("mine.toml: ");
  }

  @Test
  void rulesCompareUnsignedSums() {
    var rule = Rule.parse("used + free == total");
    assertThat(rule.holds(Map.of("used", 1L, "free", 2L, "total", 3L))).isTrue();
    assertThat(rule.holds(Map.of("used", 1L, "free", 2L, "total", 4L))).isFalse();
    assertThat(Rule.parse("used <= peak").holds(Map.of("used", 5L, "peak", -1L))).isTrue();
  }
}
