// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import trilobite.model.console.ConsoleLog;
import trilobite.model.guest.ConsoleRow;

class ConsoleSubjectTest {

  /// A console that holds that text; each byte came a millisecond after the one before.
  private static ConsoleLog log(String text) {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    return new ConsoleLog() {
      @Override
      public long length() {
        return bytes.length;
      }

      @Override
      public int read(long offset, byte[] into) {
        var count = (int) Math.min(into.length, bytes.length - offset);
        System.arraycopy(bytes, (int) offset, into, 0, count);
        return count;
      }

      @Override
      public OptionalDouble timeAt(long offset) {
        return OptionalDouble.of((double) offset);
      }

      @Override
      public long offsetAt(double t) {
        return (long) t;
      }

      @Override
      public boolean live() {
        return false;
      }
    };
  }

  @Test
  void linesHaveTheirPlaceAndTimeAndAnOpenLineCounts() throws IOException {
    var listing = ConsoleSubject.read(log("\u001b[31mpanic\u001b[0m: no\nprompt> "));
    assertThat(listing.rows())
        .extracting(ConsoleRow::text)
        .containsExactly("panic: no", "prompt> ");
    assertThat(listing.rows().getLast().t()).hasValue(19);
    assertThat(listing.cut()).isEmpty();
  }

  @Test
  void ofALongConsoleOnlyWholeLastLinesAreRead() throws IOException {
    var listing = ConsoleSubject.read(log("0123456789\n".repeat(200_000)));
    assertThat(listing.rows()).hasSize(10_000);
    assertThat(listing.rows()).extracting(ConsoleRow::text).containsOnly("0123456789");
    assertThat(listing.cut()).isPresent();
    var wide = ConsoleSubject.read(log(("x".repeat(1000) + "\n").repeat(2_000)));
    assertThat(wide.rows()).hasSizeBetween(1_000, 1_100);
    assertThat(wide.rows()).extracting(row -> row.text().length()).containsOnly(1000);
  }
}
