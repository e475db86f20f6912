// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers that ask for nothing, or less, are slips of the pen: an empty answer would look like
/// one.
final class BadNumbersTest {

  @Test
  void oneOfTwoTablesIsNotLeftOutInSilence() {
    assertThat(refused("iostat --latency --slowest")).contains("mutually exclusive");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tcpdump -c 0",
        "tcpdump -c -1",
        "hexdump 0x100 0",
        "hexdump 0x100 -1",
        "hexdump 0x100 1G",
        "hexdump 0x100 65K",
        "ping -c 0",
        "new there --template tidepool --vcpus 0",
        "new there --template tidepool --vcpus -1"
      })
  void aNumberThatAsksForNothingIsRefused(String line) {
    assertThat(refused(line)).startsWith("trilobite: ").hasLineCount(1);
  }

  private static String refused(String line) {
    var said = new ByteArrayOutputStream();
    var stream = new PrintStream(said, true, UTF_8);
    var env =
        new Env(
            () -> {
              throw new AssertionError("nothing is opened for it");
            },
            stream,
            stream,
            false,
            Path.of("/"),
            Path.of("/demo"),
            (workbench, project, target, run) -> 0);
    assertThat(Verbs.execute(env, line.split(" "))).isEqualTo(Exit.USAGE);
    return said.toString(UTF_8);
  }
}
