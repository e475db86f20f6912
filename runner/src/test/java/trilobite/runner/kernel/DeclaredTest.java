// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import trilobite.model.type.Type;
import trilobite.model.type.Type.Array;
import trilobite.model.type.Type.Pointer;
import trilobite.model.type.Type.Ref;
import trilobite.model.type.Types;

class DeclaredTest {

  private static final Type NODE = new Ref("struct node");
  private static final Types TYPES =
      new Types(Map.of("struct node", new Type.Int("node", 8, true)), Map.of(), true);

  @Test
  void namesPointersAndArraysAreTypes() {
    assertThat(Declared.type(TYPES, "struct node")).contains(NODE);
    assertThat(Declared.type(TYPES, "struct node *")).contains(new Pointer(NODE, 8));
    assertThat(Declared.type(TYPES, "struct node[]")).contains(new Array(NODE, 0));
    assertThat(Declared.type(TYPES, "struct node *[ 4 ]"))
        .contains(new Array(new Pointer(NODE, 8), 4));
    assertThat(Declared.base("struct node *[4]")).isEqualTo("struct node");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "*", "[]", "struct no", "struct node[", "struct node[x]", "struct node*****"})
  void anythingElseIsNone(String text) {
    assertThat(Declared.type(TYPES, text)).isEmpty();
  }
}
