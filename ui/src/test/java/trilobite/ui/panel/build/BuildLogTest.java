// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.Test;

class BuildLogTest {

  private static String read(BuildLog log, int step) {
    var all = new ByteArrayOutputStream();
    var part = new byte[step];
    for (int n = log.read(0, part); n > 0; n = log.read(all.size(), part)) {
      all.write(part, 0, n);
    }
    return all.toString(UTF_8);
  }

  @Test
  void readsBackWhatWasWrittenHoweverItIsCut() {
    var log = new BuildLog();
    var text = new StringBuilder();
    for (int i = 0; i < 9_000; i++) {
      log.append("line " + i + " ü\n");
      text.append("line " + i + " ü\n");
    }
    assertThat(log.length())
        .isGreaterThan(100_000)
        .isEqualTo(text.toString().getBytes(UTF_8).length);
    assertThat(read(log, 7_001)).isEqualTo(text.toString());
    assertThat(read(log, 1 << 20)).isEqualTo(text.toString());
    assertThat(log.read(log.length(), new byte[1])).isZero();
    assertThat(log.read(log.length() + 5, new byte[1])).isZero();
  }

  @Test
  void endlessOutputIsCutAndSaysSo() {
    var log = new BuildLog();
    var piece = "x".repeat(1 << 20);
    for (int i = 0; i < 40; i++) {
      log.append(piece);
    }
    assertThat(log.length()).isBetween((long) BuildLog.MOST, BuildLog.MOST + 100L);
    assertThat(read(log, 1 << 16)).endsWith("the rest is not shown.\n");
  }
}
