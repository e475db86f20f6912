// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.debug;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.type.Type;

/// Layouts from a cache that anybody may have written.
class TypesJsonTest {

  private static String named(String type) {
    return "{\"types\":{\"t\":" + type + "},\"symbols\":{}}";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"k\":\"struct\",\"s\":-1,\"m\":[]}",
        "{\"k\":\"struct\",\"s\":9223372036854775808,\"m\":[]}",
        "{\"k\":\"struct\",\"s\":\"8\",\"m\":[]}",
        "{\"k\":\"struct\",\"s\":8,\"m\":[[\"a\",-8,0,{\"k\":\"void\"}]]}",
        "{\"k\":\"struct\",\"s\":8,\"m\":[[\"a\",0,65,{\"k\":\"void\"}]]}",
        "{\"k\":\"struct\",\"s\":8,\"m\":[[\"a\",0,0]]}",
        "{\"k\":\"int\",\"n\":\"int\",\"s\":400}",
        "{\"k\":\"array\",\"c\":99999999999999,\"t\":{\"k\":\"void\"}}",
        "{\"k\":\"ptr\",\"s\":8}",
        "{\"k\":\"enum\",\"s\":99,\"c\":[]}",
        "{}",
        "[]",
        "null"
      })
  void whatMakesNoSenseIsRefused(String type) {
    assertThatThrownBy(() -> TypesJson.read(named(type))).isInstanceOf(IOException.class);
  }

  @Test
  void aNumberOfNoBytesIsAnEmptyStructure() throws IOException {
    var unit = TypesJson.read(named("{\"k\":\"int\",\"n\":\"()\",\"s\":0,\"u\":true}"));
    assertThat(unit.named()).containsEntry("t", new Type.Struct(0, false, List.of()));
  }

  @Test
  void nestingHasABound() {
    var deep = "{\"k\":\"ptr\",\"s\":8,\"t\":".repeat(60) + "{\"k\":\"void\"}" + "}".repeat(60);
    assertThatThrownBy(() -> TypesJson.read(named(deep))).hasMessageContaining("too deeply");
  }

  @Test
  void cutAndChangedTextsGiveAnErrorOrTypesAndNothingElse() {
    var whole =
        named(
            "{\"k\":\"struct\",\"s\":16,\"m\":[[\"a\",0,0,{\"k\":\"ref\",\"n\":\"t\"}],"
                + "[\"b\",64,3,{\"k\":\"int\",\"n\":\"int\",\"s\":4,\"u\":false}]]}");
    var random = RandomGenerator.of("L64X128MixRandom");
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      var text = new StringBuilder(whole);
      text.setLength(random.nextInt(whole.length() / 2, whole.length() + 1));
      text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(32, 127));
      try {
        assertThat(TypesJson.read(text.toString()).named()).hasSizeLessThan(3);
      } catch (IOException e) {
        refused++;
      }
    }
    assertThat(refused).isPositive();
  }
}
