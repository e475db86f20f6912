// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.newproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.build.TemplateInfo;
import trilobite.model.build.ToolchainInfo;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.ui.testing.Samples;

final class NewProjectModelTest {

  private final NewProjectModel model = new NewProjectModel(Path.of("/home/someone"));

  private static ToolchainInfo toolchain(String name, boolean installed) {
    return new ToolchainInfo(name, name, "", installed, "", "", List.of());
  }

  @BeforeEach
  void find() {
    model.found(
        List.of(toolchain("make", true), toolchain("linux", false), toolchain("tide", true)),
        List.of(
            new TemplateInfo("microvm", "Linux", "", "linux", "gcc 12.2.0"),
            new TemplateInfo("tidepool", "HTTP server in C", "", "tide", "gcc 12.2.0"),
            new TemplateInfo("echo", "UDP echo", "", "tide", "gcc 12.2.0")));
    model.parent("/home/someone/src");
    model.name("reef");
  }

  @Test
  void guessesTheDemosToolchainBeforeOthersThatAreReady() {
    var fresh = new NewProjectModel(Path.of("/home/someone"));
    fresh.found(
        List.of(toolchain("a", true), toolchain("tide", true)),
        List.of(
            new TemplateInfo("bare", "Bare", "", "a", ""),
            new TemplateInfo("tidepool", "HTTP server in C", "", "tide", "")));
    assertThat(fresh.toolchain()).contains("tide");
  }

  @Test
  void guessesAToolchainThatIsReadyAndHasATemplate() {
    assertThat(model.toolchain()).contains("tide");
    assertThat(model.template()).contains("tidepool");
    assertThat(model.folder()).contains(Path.of("/home/someone/src/reef"));
    assertThat(model.ready()).isTrue();
    assertThat(model.summary()).isEmpty();
  }

  @Test
  void aToolchainOffersItsOwnTemplates() {
    model.choose("linux");
    assertThat(model.choices()).extracting(TemplateInfo::name).containsExactly("microvm");
    model.choose("make");
    assertThat(model.choices()).isEmpty();
    assertThat(model.summary()).isEqualTo("1 problem in Start from");
  }

  @Test
  void lookingAgainKeepsTheChoice() {
    model.choose("tide");
    model.startFrom("echo");
    model.found(
        model.toolchains(),
        List.of(new TemplateInfo("echo", "UDP echo", "", "tide", "gcc 12.2.0")));
    assertThat(model.template()).contains("echo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a/b", "..", "tide\npool"})
  void namesThatCannotBeAFolder(String name) {
    model.name(name);
    assertThat(model.ready()).isFalse();
    assertThat(model.summary()).isEqualTo("1 problem in Name and place");
    assertThat(model.folder()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Tümpel 7", "it's", "with \"quotes\""})
  void namesThatLookOddAndWork(String name) {
    model.name(name);
    assertThat(model.ready()).isTrue();
  }

  @Test
  void aPlaceMustBeAWholePathAndFree() {
    model.parent("src");
    assertThat(model.ready()).isFalse();
    model.parent("/src");
    model.taken(Optional.of(Path.of("/src/reef")));
    assertThat(model.problems())
        .extracting(NewProjectModel.Problem::text)
        .containsExactly("/src/reef holds files already. Take another name.");
    model.name("atoll");
    assertThat(model.ready()).isTrue();
  }

  @Test
  void saysWhatComesToBeAsFarAsItIsKnown() {
    assertThat(model.plan())
        .isEqualTo("Creates “HTTP server in C” for tide in /home/someone/src/reef");
    model.name("");
    assertThat(model.plan()).endsWith(" in a folder of /home/someone/src, once it has a name");
    model.parent("");
    assertThat(model.plan()).endsWith(" for tide, once it has a name and a place");
    model.choose("make");
    assertThat(model.plan()).isEqualTo("Creates a project, once it has a name and a place");
  }

  private String cure() {
    return model.problems().getFirst().cure().orElseThrow().value();
  }

  @Test
  void everyWrongFieldHasACure() {
    model.name("");
    assertThat(cure()).isEqualTo("tidepool");
    model.name("../a\tb/");
    assertThat(cure()).isEqualTo("a-b");
    model.name("reef");
    model.taken(Optional.of(Path.of("/home/someone/src/reef")));
    assertThat(cure()).isEqualTo("reef-2");
    model.name("reef-2");
    model.taken(Optional.of(Path.of("/home/someone/src/reef-2")));
    assertThat(cure()).isEqualTo("reef-3");
    model.parent("src");
    assertThat(cure()).isEqualTo("/home/someone/src");
    model.machine(new MachineWish("0", "", "", ""));
    assertThat(model.summary()).isEqualTo("2 problems, first in Machine");
    assertThat(cure()).isEqualTo("64M");
    model.machine(new MachineWish("1G", "900", "", ""));
    assertThat(cure()).isEqualTo("1");
    model.machine(new MachineWish("1G", "2", "", "70000"));
    assertThat(model.problems().getFirst().text()).contains("“70000” is no port");
    assertThat(model.problems().getFirst().cure().orElseThrow().field())
        .isEqualTo(NewProjectModel.Field.PORT);
    var target = Samples.parsed().project().orElseThrow().targets().firstEntry().getValue();
    var edits = new MachineWish("1G", "2", "pc", "9090").edits(target);
    assertThat(edits).hasSize(4);
    assertThat(edits.getLast())
        .isEqualTo(
            new ProjectEdit.Set(
                FieldPath.target(target.name(), "network", "forward"), List.of("9090:80")));
    assertThat(MachineWish.NONE.edits(target)).isEmpty();
  }
}
