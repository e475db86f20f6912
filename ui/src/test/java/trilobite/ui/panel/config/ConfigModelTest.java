// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.check.Finding;
import trilobite.model.check.ParsedProject;
import trilobite.model.check.Severity;
import trilobite.model.project.FieldPath;
import trilobite.model.project.ProjectEdit;
import trilobite.ui.testing.FakeFormat;
import trilobite.ui.testing.Samples;

class ConfigModelTest {
  private final ConfigModel model = new ConfigModel(new FakeFormat());

  private static Finding at(Severity severity, String... keys) {
    return new Finding(
        severity,
        Optional.of(FieldPath.target("default", keys)),
        Optional.empty(),
        "message",
        List.of());
  }

  private void show(Finding... findings) {
    model.show(
        new ParsedProject(
            Samples.TEXT, Optional.of(Samples.project()), List.of(findings), Map.of()),
        "default");
  }

  @Test
  void namesTheSectionOfTheFirstError() {
    show(at(Severity.WARNING, "memory"), at(Severity.ERROR, "network", "forward"));
    assertThat(model.verdict()).isEqualTo("1 problem in Network");
    assertThat(model.gravest(Section.MACHINE)).contains(Severity.WARNING);
    assertThat(model.gravest(Section.NETWORK)).contains(Severity.ERROR);
    assertThat(model.gravest(Section.BOOT)).isEmpty();
  }

  @Test
  void saysNothingWhereNothingBlocks() {
    show(at(Severity.WARNING, "memory"));
    assertThat(model.verdict()).isEmpty();
  }

  @Test
  void findsWhatLiesBelowAField() {
    show(at(Severity.ERROR, "network", "forward", "0"));
    assertThat(model.findings(FieldPath.target("default", "network", "forward"))).hasSize(1);
    assertThat(model.findings(FieldPath.target("default", "network", "mode"))).isEmpty();
  }

  @Test
  void leavesTextThatIsNoTomlAlone() {
    var broken =
        new ConfigModel(
            new trilobite.model.port.ProjectFormat() {
              @Override
              public ParsedProject parse(String text) {
                throw new AssertionError("not asked");
              }

              @Override
              public String edit(String text, List<ProjectEdit> edits) {
                throw new IllegalArgumentException("no TOML");
              }
            });
    broken.show(new ParsedProject("[", Optional.empty(), List.of(), Map.of()), "default");
    assertThat(broken.edited(List.of())).isEmpty();
  }

  @Test
  void namesANewTargetLikeNoOther() {
    show();
    assertThat(model.freeName()).isEqualTo("default-2");
  }
}
