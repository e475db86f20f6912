// SPDX-License-Identifier: Apache-2.0
package trilobite.model.wrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellScriptTest {

  private static List<String> words(String script) {
    return ShellScript.qemu(script).orElseThrow().words();
  }

  @Test
  void aPastedLineWithItsQuotes() {
    assertThat(words("qemu-system-x86_64 -append 'a \"b\" $c' -name \"it's \\$5\" -m\\ 1 ''"))
        .containsExactly(
            "qemu-system-x86_64", "-append", "a \"b\" $c", "-name", "it's $5", "-m 1", "");
  }

  @Test
  void aScriptWithVariablesCommentsAndLinesThatGoOn() {
    var script =
        """
        #!/bin/sh
        # qemu-system-arm -this is a comment
        MEM=512
        ARGS="-m $MEM -smp 2"   # what it gets
        ARGS="$ARGS -nographic"
        make image && sudo exec /usr/bin/qemu-system-x86_64 $ARGS \\
            -kernel "${OUT}/vm elf" \\
            -append "$(cat cmdline)" 2>log | tee all
        """;
    var found = ShellScript.qemu(script).orElseThrow();

    assertThat(found.words())
        .containsExactly(
            "/usr/bin/qemu-system-x86_64",
            "-m",
            "512",
            "-smp",
            "2",
            "-nographic",
            "-kernel",
            "${OUT}/vm elf",
            "-append",
            "$(cat cmdline)");
    assertThat(found.unknown()).containsExactly("${OUT}", "$(cat cmdline)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "make run", "qemu-system-x86_64", "echo 'qemu-system-x86_64 -m 1", "$(", "\\"})
  void whatStartsNoneIsNone(String script) {
    assertThat(ShellScript.qemu(script)).isEmpty();
  }
}
