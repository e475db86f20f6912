// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import trilobite.model.project.FieldPath;
import trilobite.model.project.Network;
import trilobite.model.project.ProjectEdit;
import trilobite.ui.testing.Samples;

class FieldsTest {
  private static FieldSpec field(String key) {
    return Fields.ALL.stream().filter(f -> f.key().equals(key)).findFirst().orElseThrow();
  }

  private static List<ProjectEdit> edits(String key, String text) {
    return field(key).edits("default", text);
  }

  @Test
  void writesMemoryAsItIsTyped() {
    assertThat(edits("memory", "16M"))
        .containsExactly(new ProjectEdit.Set(FieldPath.target("default", "memory"), "16M"));
  }

  @Test
  void writesNumbersAsNumbersAndNonsenseAsText() {
    assertThat(edits("vcpus", "2"))
        .containsExactly(new ProjectEdit.Set(FieldPath.target("default", "vcpus"), 2L));
    assertThat(edits("vcpus", "two"))
        .containsExactly(new ProjectEdit.Set(FieldPath.target("default", "vcpus"), "two"));
  }

  @Test
  void removesAnEmptiedOptionalField() {
    assertThat(edits("initrd", " "))
        .containsExactly(new ProjectEdit.Remove(FieldPath.target("default", "initrd")));
  }

  @Test
  void writesARegularExpressionAsItsTable() {
    var ready = FieldPath.target("default", "ready");
    assertThat(edits("ready", "/listening on :\\d+/"))
        .containsExactly(
            new ProjectEdit.Remove(ready),
            new ProjectEdit.Set(ready.then("regex"), "listening on :\\d+"));
  }

  @Test
  void writesAnArgumentALine() {
    assertThat(edits("qemu", "-device\n\n  pvpanic \n"))
        .containsExactly(
            new ProjectEdit.Set(
                FieldPath.target("default", "qemu"), List.of("-device", "pvpanic")));
  }

  @Test
  void readsEveryFieldOfATarget() {
    var target = Samples.target("default", "q35", "64M");
    assertThat(Fields.ALL).allSatisfy(f -> assertThat(f.read().apply(target)).isNotNull());
    assertThat(field("memory").read().apply(target)).isEqualTo("64M");
  }

  @Test
  void showsDurationsAsTheyAreWritten() {
    assertThat(Fields.duration(30_000)).isEqualTo("30s");
    assertThat(Fields.duration(1_500)).isEqualTo("1500ms");
  }

  @Test
  void offersOnlyWhatTheNetworkModeHas() {
    var user = Samples.target("default", "q35", "64M");
    assertThat(Fields.matters(field("network.outbound"), user)).isTrue();
    assertThat(Fields.matters(field("network.tap"), user)).isFalse();
    assertThat(Fields.matters(field("network.cid"), user)).isFalse();
    assertThat(Fields.matters(field("memory"), user)).isTrue();
    assertThat(edits("network.cid", "7"))
        .containsExactly(new ProjectEdit.Set(FieldPath.target("default", "network", "cid"), 7L));
  }

  @Test
  void choosesWhetherTheCardIsThereForOlderDrivers() {
    var user = Samples.target("default", "q35", "64M");
    assertThat(field("network.legacy").read().apply(user)).isEqualTo("true");
    assertThat(Fields.matters(field("network.legacy"), user)).isTrue();
    assertThat(edits("network.legacy", "false"))
        .containsExactly(
            new ProjectEdit.Set(FieldPath.target("default", "network", "legacy"), false));
  }

  /// What a kernel may need has its field: no key of the network is for the file alone.
  @Test
  void hasAFieldForEachKeyOfTheNetwork() {
    var keys =
        Arrays.stream(Network.class.getRecordComponents())
            .map(RecordComponent::getName)
            // They have a table.
            .filter(name -> !name.toLowerCase(Locale.ROOT).endsWith("forwards"))
            .map(name -> "network." + name);
    assertThat(Fields.ALL).extracting(FieldSpec::key).containsAll(keys.toList());
  }
}
