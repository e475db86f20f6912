// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SameCodeTest {

  private static final int SIZE = 50_000;

  @TempDir Path folder;

  private Path image(String name, int bits, byte[] code) throws IOException {
    var builder = new ElfBuilder(bits).payload(code);
    return (bits == 32 ? builder.machine(3, ByteOrder.LITTLE_ENDIAN) : builder)
        .write(folder.resolve(name));
  }

  @Test
  void aWrapperHoldsTheSameCodeAlthoughATableWasWrittenIntoIt() throws IOException {
    var code = new byte[SIZE];
    new Random(1).nextBytes(code);
    var symbols = image("a.dbg", 64, code);
    assertThat(SameCode.in(image("a", 32, code), symbols)).isTrue();
  }

  @Test
  void codeOfAnotherBuildIsShifted() throws IOException {
    var code = new byte[SIZE];
    new Random(1).nextBytes(code);
    var symbols = image("a.dbg", 64, code);
    var shifted = code.clone();
    System.arraycopy(code, 4096, shifted, 4100, SIZE - 4100);
    assertThat(SameCode.in(image("a", 32, shifted), symbols)).isFalse();
    assertThat(SameCode.in(folder.resolve("none"), symbols)).isFalse();
  }
}
