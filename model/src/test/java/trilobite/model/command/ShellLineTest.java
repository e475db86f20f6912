// SPDX-License-Identifier: Apache-2.0
package trilobite.model.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellLineTest {

  @Test
  void plainWordsStayPlain() {
    assertThat(ShellLine.of(List.of("qemu-system-x86_64", "-m", "64M", "a=b,c=/d:e")))
        .isEqualTo("qemu-system-x86_64 -m 64M a=b,c=/d:e");
  }

  @Test
  void theRunFolderStaysAVariable() {
    assertThat(ShellLine.word("path=$RUN/qmp.sock")).isEqualTo("path=\"$RUN\"/qmp.sock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "it's", "\"q\"", "line\nbreak", "$HOME", "`id`", "*", "~", "ä→", "\\"})
  void aShellReadsBackTheSameWord(String word) throws IOException, InterruptedException {
    var shell = new ProcessBuilder("sh", "-c", "printf %s " + ShellLine.word(word)).start();
    var back = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(shell.waitFor()).isZero();
    assertThat(back).isEqualTo(word);
  }
}
