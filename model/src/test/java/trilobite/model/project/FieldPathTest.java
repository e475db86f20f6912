// SPDX-License-Identifier: Apache-2.0
package trilobite.model.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FieldPathTest {

  private static final FieldPath NETWORK = FieldPath.target("default", "network");
  private static final FieldPath FORWARD = NETWORK.then("forward", "0");

  @Test
  void isWrittenAsInTheFile() {
    assertThat(FORWARD).hasToString("target.default.network.forward.0");
    assertThat(FORWARD.parent()).hasToString("target.default.network.forward");
  }

  @Test
  void aFieldIsWithinItselfAndWhatHoldsIt() {
    assertThat(FORWARD.within(FORWARD)).isTrue();
    assertThat(FORWARD.within(NETWORK)).isTrue();
    assertThat(FORWARD.within(FieldPath.of())).isTrue();
    assertThat(NETWORK.within(FORWARD)).isFalse();
  }

  @Test
  void twoFieldsMeetWhereOneHoldsTheOther() {
    assertThat(NETWORK.meets(FORWARD)).isTrue();
    assertThat(FORWARD.meets(NETWORK)).isTrue();
    assertThat(FORWARD.meets(NETWORK.then("forward", "1"))).isFalse();
    assertThat(FORWARD.meets(FieldPath.target("default", "network.forward"))).isFalse();
    assertThat(FORWARD.meets(FieldPath.target("small", "network"))).isFalse();
  }

  @Test
  void theRootHasNoParent() {
    assertThatThrownBy(() -> FieldPath.of().parent()).isInstanceOf(RuntimeException.class);
  }

  @Test
  void keysThatChangeLaterDoNotChangeIt() {
    var keys = new java.util.ArrayList<>(List.of("debug"));
    var path = new FieldPath(keys);
    keys.add("profile");
    assertThat(path.keys()).containsExactly("debug");
  }
}
