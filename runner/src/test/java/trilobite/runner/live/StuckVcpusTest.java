// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import trilobite.runner.qmp.Qmp;

class StuckVcpusTest {

  private static final String HALTED =
      "CPU#0\nRAX=0\nRIP=0000000000100010 RFL=00000046 [---Z-P-] CPL=0 SMM=0 HLT=1\n";
  private static final String IDLE =
      "CPU#1\nEAX=0\nEIP=00100010 EFL=00000202 [-------] CPL=0 SMM=0 HLT=1\n";
  private static final String BUSY =
      "CPU#1\nRAX=0\nRIP=0000000000100010 RFL=00000002 [-------] CPL=0 SMM=0 HLT=0\n";

  /// A monitor that knows registers and the bytes around them.
  private record Monitor(String registers, String code) implements Qmp {
    @Override
    public JsonNode execute(String command, Map<String, ?> arguments) {
      var line = String.valueOf(arguments.get("command-line"));
      return TextNode.valueOf(line.startsWith("info") ? registers : dump());
    }

    private String dump() {
      var text = new StringBuilder("0000000000100000: ");
      for (byte b : HexFormat.of().parseHex("cc".repeat(16) + code + "cc".repeat(20))) {
        text.append(String.format("0x%02x ", b));
      }
      return text.substring(0, 18 + 32 * 5);
    }
  }

  private static boolean stuck(String registers, String code) throws IOException {
    return StuckVcpus.all(new Monitor(registers, code));
  }

  @Test
  void haltedWithInterruptsOffIsStuck() throws IOException {
    assertThat(stuck(HALTED, "")).isTrue();
    assertThat(stuck(HALTED + HALTED, "")).isTrue();
  }

  @Test
  void oneVcpuThatCanGoOnIsEnough() throws IOException {
    assertThat(stuck(HALTED + IDLE, "")).isFalse();
    assertThat(stuck(HALTED + BUSY, "ec")).isFalse();
    assertThat(stuck("unknown", "")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ebfe, true, jumps to itself",
    "f390ebfc, true, pauses",
    "90e9faffffff, true, jumps far",
    "f4ebfd, true, halts again and again",
    "eca820740a, false, polls a port",
    "8b03ebfc, false, polls memory",
    "9090, false, runs into something else",
    "eb70, false, jumps out of sight",
    "e9ffffff7f, false, jumps out of the world"
  })
  void onlyLoopsThatDoNothingCount(String code, boolean stuck, String why) throws IOException {
    assertThat(stuck(BUSY, code)).as(why).isEqualTo(stuck);
  }
}
