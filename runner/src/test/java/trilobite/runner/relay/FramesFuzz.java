// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;

/// Any bytes as the relay's stream: whole frames are told, in order, one behind the other; a length
/// that cannot be ends it.
public final class FramesFuzz {

  private FramesFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var bytes = ByteBuffer.wrap(data);
    var told = new int[] {0};
    try {
      int end =
          Frames.each(
              bytes,
              0,
              (buffer, offset, length) -> {
                assertThat(offset).isEqualTo(told[0] + Frames.PREFIX);
                assertThat(length).isBetween(1, Frames.LONGEST);
                told[0] = offset + length;
                assertThat(told[0]).isLessThanOrEqualTo(buffer.limit());
              });
      assertThat(end).isEqualTo(told[0]);
    } catch (IOException e) {
      assertThat(e.getMessage()).contains("length");
    }
    assertThat(bytes.position()).isZero();
  }
}
