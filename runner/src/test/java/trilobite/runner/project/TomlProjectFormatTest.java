// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.check.Finding;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.Severity;
import trilobite.model.project.Drive;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Forward;
import trilobite.model.project.Project;
import trilobite.model.project.ReadyPattern;
import trilobite.model.project.SymbolFile;
import trilobite.model.project.Target;
import trilobite.model.project.TextPlace;

class TomlProjectFormatTest {

  private static final String FULL =
      """
      [project]
      name = "tidepool"
      toolchain = "tide"
      [build]
      command = ["make", "-j2"]
      env = { CC = "gcc" }
      [target.default]
      memory = "64M"
      vcpus = 2
      kernel = "build/tidepool.elf"
      initrd = ""
      append = "--port 80"
      ready = "listening on"
      ready_within = "30s"
      [[target.default.drive]]
      file = "data.img"
      readonly = true
      [target.default.network]
      forward = ["8080:80", "rubbish"]
      [target.small]
      inherits = "default"
      memory = "16M"
      network.outbound = true
      network.legacy = false
      ready = { regex = "up|ready" }
      [[debug.symbols]]
      file = "build/tidepool.elf"
      base = "0x100000"
      [debug]
      source_map = [["/src", "src"]]
      """;

  private final TomlProjectFormat format = new TomlProjectFormat();

  @Test
  void readsEveryPartAndAppliesDefaults() {
    var project = project(FULL);
    assertThat(project.name()).isEqualTo("tidepool");
    assertThat(project.toolchain()).isEqualTo("tide");
    assertThat(project.command()).containsExactly("make", "-j2");
    assertThat(project.env()).containsEntry("CC", "gcc");
    assertThat(project.symbols())
        .containsExactly(new SymbolFile("build/tidepool.elf", "kernel", OptionalLong.of(0x100000)));
    assertThat(project.profile()).isEqualTo("auto");
    assertThat(project.sourceMap()).containsExactly(List.of("/src", "src"));
    var target = target(project, "default");
    assertThat(target.machine()).isEqualTo("q35");
    assertThat(target.vcpus()).isEqualTo(2);
    assertThat(target.kernel()).contains("build/tidepool.elf");
    assertThat(target.initrd()).isEmpty();
    assertThat(target.ready()).contains(new ReadyPattern("listening on", false, 30_000));
    assertThat(target.drives()).containsExactly(new Drive("data.img", "raw", true, true, false));
    assertThat(target.network().forwards())
        .containsExactly(new Forward("tcp", "127.0.0.1", 8080, 80));
    assertThat(target.network().invalidForwards()).containsExactly("rubbish");
  }

  @Test
  void targetInheritsKeysTablesAndListsAndOverridesSome() {
    var project = project(FULL);
    var small = target(project, "small");
    assertThat(project.targets().sequencedKeySet()).containsExactly("default", "small");
    assertThat(small.memory()).isEqualTo("16M");
    assertThat(small.vcpus()).isEqualTo(2);
    assertThat(small.drives()).hasSize(1);
    assertThat(small.network().forwards()).hasSize(1);
    assertThat(small.network().outbound()).isTrue();
    assertThat(small.network().legacy()).isFalse();
    assertThat(small.ready()).contains(new ReadyPattern("up|ready", true, 30_000));
  }

  @Test
  void placesAreWhereValuesStand() {
    var places = format.parse(FULL).places();
    assertThat(places.get(FieldPath.of("project", "name"))).isEqualTo(new TextPlace(2, 8));
    assertThat(places.get(FieldPath.target("default", "drive", "0", "file")))
        .isEqualTo(new TextPlace(16, 8));
    assertThat(places.get(FieldPath.target("default", "network", "forward", "1")))
        .isEqualTo(new TextPlace(19, 23));
    assertThat(places.get(FieldPath.target("small"))).isEqualTo(new TextPlace(20, 1));
    assertThat(places.get(FieldPath.of("build", "env", "CC"))).isEqualTo(new TextPlace(6, 14));
  }

  @Test
  void inheritanceInACircleIsAnErrorAndEnds() {
    var parsed =
        format.parse(
            "project.name='x'\n[target.a]\ninherits='b'\n[target.b]\ninherits='a'\nvcpus=3\n");
    assertThat(parsed.findings())
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "Targets inherit in a circle: a → b → a.", "Targets inherit in a circle: b → a → b.");
    assertThat(target(parsed.project().orElseThrow(), "a").vcpus()).isEqualTo(3);
  }

  @Test
  void inheritingFromAnUnknownTargetOffersTheNearest() {
    var parsed =
        format.parse("project.name='x'\n[target.default]\n[target.b]\ninherits='defualt'\n");
    assertThat(parsed.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.message()).endsWith("Did you mean “default”?");
              assertThat(format.edit(parsed.text(), finding.fixes().getFirst().edits()))
                  .contains("inherits='default'");
            });
  }

  @Test
  void unknownKeyIsAWarningWithARename() {
    var parsed = format.parse("project.name='x'\n[target.default]\nmemroy = \"64M\" # why\n");
    var finding = only(parsed);
    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
    assertThat(finding.place()).contains(new TextPlace(3, 10));
    assertThat(finding.message()).contains("memroy").contains("Did you mean “memory”?");
    var mended = format.edit(parsed.text(), finding.fixes().getFirst().edits());
    assertThat(target(project(mended), "default").memory()).isEqualTo("64M");
    assertThat(format.parse(mended).findings()).isEmpty();
  }

  @Test
  void unknownTablesAndKeysInListsAreFoundToo() {
    var text =
        "project.name='x'\n[tarrget]\na=1\n[target.d]\n[[target.d.drive]]\nfile='x'\nfromat='raw'\n";
    assertThat(format.parse(text).findings())
        .extracting(Finding::field)
        .map(field -> field.orElseThrow().toString())
        .containsExactly("tarrget", "target.d.drive.0.fromat");
  }

  @Test
  void wrongTypesAreErrorsAtTheirPlaceAndCountAsAbsent() {
    var parsed =
        format.parse(
            """
            project = { name = 3 }
            [build]
            command = "make"
            [target.d]
            memory = 64
            vcpus = "two"
            drive = "disk"
            network = [1]
            devices = ["a", 2]
            [debug]
            source_map = [1, ["a"]]
            """);
    assertThat(parsed.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(f -> f.field().orElseThrow().toString(), f -> f.place().orElseThrow().line())
        .containsExactlyInAnyOrder(
            tuple("project.name", 1),
            tuple("build.command", 3),
            tuple("target.d.vcpus", 6),
            tuple("target.d.drive", 7),
            tuple("target.d.network", 8),
            tuple("target.d.devices.1", 9),
            tuple("debug.source_map.0", 11),
            tuple("debug.source_map", 11));
    var target = target(parsed.project().orElseThrow(), "d");
    assertThat(target.memory()).isEqualTo("64");
    assertThat(target.vcpus()).isEqualTo(1);
    assertThat(target.devices()).containsExactly("a");
  }

  @Test
  void vcpusBeyondAnIntegerStayWrong() {
    assertThat(target(project("[target.d]\nvcpus = 9000000000\n"), "d").vcpus())
        .isEqualTo(Integer.MAX_VALUE);
    assertThat(target(project("[target.d]\nvcpus = -9000000000\n"), "d").vcpus()).isEqualTo(-1);
  }

  @Test
  void crlfAndByteOrderMarkAreFine() {
    var parsed = format.parse("\uFEFF" + FULL.replace("\n", "\r\n"));
    assertThat(parsed.findings()).isEmpty();
    assertThat(parsed.places().get(FieldPath.of("project", "name"))).isEqualTo(new TextPlace(2, 8));
  }

  @Test
  void syntaxErrorHasItsPlaceAndNoProject() {
    var parsed = format.parse("[project]\nname = \"é😀\" oops\n");
    assertThat(parsed.project()).isEmpty();
    assertThat(parsed.findings().getFirst().place()).contains(new TextPlace(2, 14));
  }

  @Test
  void noTargetIsAnErrorThatOneClickMends() {
    var parsed = format.parse("[project]\nname = \"x\"\n");
    var finding = only(parsed);
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    var mended = format.edit(parsed.text(), finding.fixes().getFirst().edits());
    assertThat(format.parse(mended).findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\uFEFF",
        "[",
        "]",
        "=",
        "a",
        "a=",
        "[a",
        "[[a]",
        "a={",
        "\0\1\2",
        "a='",
        "\r",
        "#",
        "a=\"\\u",
        "\ud800",
        "[target]\ndefault=1",
        "target=1",
        "[target.x]\nnetwork.mode=1",
        "debug.symbols=[{}]",
        "target.''.memory='1M'",
        "[target.d]\nready={}"
      })
  void whateverTheTextHoldsNothingIsThrown(String text) {
    var parsed = format.parse(text);
    assertThat(parsed.project().isPresent() || !parsed.findings().isEmpty()).isTrue();
  }

  @Test
  void hugeAndDeeplyNestedTextsAreRefusedInWords() {
    assertThat(only(format.parse("#".repeat(trilobite.runner.toml.TomlText.LONGEST + 1))).message())
        .contains("larger than 1 MiB");
    assertThat(only(format.parse("a=" + "[".repeat(100_000))).message()).contains("nests");
  }

  private static Finding only(ParsedProject parsed) {
    assertThat(parsed.findings()).hasSize(1);
    return parsed.findings().getFirst();
  }

  private Project project(String text) {
    return format.parse(text).project().orElseThrow();
  }

  private static Target target(Project project, String name) {
    return java.util.Objects.requireNonNull(project.targets().get(name));
  }
}
