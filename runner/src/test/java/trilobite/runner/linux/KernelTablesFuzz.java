// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Any bytes as a kernel's types and as its table of symbols: they are refused, or reading ends.
public final class KernelTablesFuzz {

  private KernelTablesFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    try {
      assertThat(BtfTest.types(data)).isNotNull();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    var bytes = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i <= data.length - Long.BYTES; i++) {
      if (bytes.getLong(i) == Kallsyms.DIGITS) {
        try {
          assertThat(Kallsyms.read(bytes, i)).isNotEmpty();
        } catch (NoKernelException e) {
          assertThat(e.getMessage()).isNotBlank();
        }
        return;
      }
    }
  }
}
