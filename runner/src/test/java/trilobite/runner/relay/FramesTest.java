// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FramesTest {

  private static ByteBuffer stream(int... lengths) {
    var bytes = ByteBuffer.allocate(1 << 20);
    for (int length : lengths) {
      bytes.putInt(length).position(bytes.position() + length);
    }
    return bytes.flip();
  }

  @Test
  void wholeFramesAreToldAndAPartIsLeft() throws IOException {
    var bytes = stream(60, 1514, 100);
    bytes.limit(bytes.limit() - 1);
    List<Integer> lengths = new ArrayList<>();

    int end = Frames.each(bytes, 0, (all, at, length) -> lengths.add(length));

    assertThat(lengths).containsExactly(60, 1514);
    assertThat(end).isEqualTo(4 + 60 + 4 + 1514);
  }

  @Test
  void aPartOfALengthIsLeft() throws IOException {
    var bytes = ByteBuffer.wrap(new byte[] {0, 0, 0});

    assertThat(Frames.each(bytes, 0, (all, at, length) -> {})).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Frames.LONGEST + 1, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void aLengthThatCannotBeIsRefused(int length) {
    var bytes = ByteBuffer.allocate(64).putInt(0, length);

    assertThatThrownBy(() -> Frames.each(bytes, 0, (all, at, n) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("claims a length");
  }
}
