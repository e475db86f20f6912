// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import trilobite.model.type.Type;
import trilobite.model.type.Types;
import trilobite.runner.debug.Wanted;

class BtfTest {

  private static final Wanted WANTED =
      Wanted.of(List.of("struct task", "loop", "absent"), List.of("first_task", "absent"));

  static Types types(byte[] bytes) throws IOException {
    var btf = Btf.read(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return BtfTypes.of(btf, WANTED);
  }

  @Test
  void tellsOffsetsBitFieldsArraysAndNames() throws IOException {
    var types = types(BtfMaker.kernel());
    assertThat(types.symbols()).containsOnlyKeys("first_task");
    var task = (Type.Struct) types.resolve(new Type.Ref("struct task"));
    assertThat(task.size()).isEqualTo(40);
    var field = types.member(task, "a").orElseThrow();
    assertThat(field.bit()).isEqualTo(192);
    assertThat(field.bits()).isEqualTo(3);
    assertThat(types.size(types.member(task, "comm").orElseThrow().type())).isEqualTo(16);
    assertThat(types.resolve(types.member(task, "next").orElseThrow().type()))
        .isEqualTo(new Type.Pointer(new Type.Ref("struct task"), 8));
    assertThat(types.resolve(new Type.Ref("enum state")))
        .isEqualTo(
            new Type.Enumeration(
                4, List.of(new Type.Constant("GONE", -1), new Type.Constant("HERE", 1))));
    // Names that lead to each other end somewhere.
    assertThat(types.size(new Type.Ref("loop"))).isZero();
  }

  @Test
  void brokenOnesAreRefusedOrEnd() {
    var good = BtfMaker.kernel();
    assertThatThrownBy(() -> types(new byte[10])).isInstanceOf(IOException.class);
    var random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      var broken = good.clone();
      for (int n = 0; n <= i % 5; n++) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(types(broken)).isNotNull();
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
