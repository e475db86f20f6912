// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SyntaxTest {
  private static List<String> kinds(String file, String text) {
    return Syntax.of(Path.of(file)).tokens(text).stream()
        .map(t -> t.kind() + ":" + text.substring(t.start(), t.end()))
        .toList();
  }

  @Test
  void coloursC() {
    assertThat(kinds("http.c", "static int add(size_t n) { return n + 0x1f; } // sum"))
        .containsExactly(
            "KEYWORD:static",
            "TYPE:int",
            "FUNCTION:add",
            "TYPE:size_t",
            "KEYWORD:return",
            "NUMBER:0x1f",
            "COMMENT:// sum");
  }

  @Test
  void seesNoCodeInCommentsAndStrings() {
    assertThat(kinds("a.c", "/* int \"x\" \n */ \"return \\\" 1\""))
        .containsExactly("COMMENT:/* int \"x\" \n */", "STRING:\"return \\\" 1\"");
  }

  @Test
  void coloursAnUnfinishedCommentToTheEnd() {
    assertThat(kinds("a.c", "/* int")).containsExactly("COMMENT:/* int");
  }

  @Test
  void coloursAnUnfinishedStringToItsLineEnd() {
    assertThat(kinds("a.c", "\"open\nint")).containsExactly("STRING:\"open", "TYPE:int");
  }

  @Test
  void coloursToml() {
    assertThat(kinds("trilobite.toml", "[target.default]\nmemory = \"64M\" # enough\nvcpus = 1\n"))
        .containsExactly(
            "HEADING:[target.default]",
            "KEY:memory",
            "STRING:\"64M\"",
            "COMMENT:# enough",
            "KEY:vcpus",
            "NUMBER:1");
  }

  @Test
  void leavesUnknownFilesPlain() {
    assertThat(kinds("notes.txt", "int main")).isEmpty();
  }

  @Test
  void surviesAMegabyteOfQuotes() {
    assertThat(Syntax.of(Path.of("a.c")).tokens("\"\\".repeat(500_000))).isNotEmpty();
  }

  @Test
  void tokensNeverOverlap() {
    var random = new java.util.Random(7);
    var letters = "\"'/*#[]= \nint0x(){};\\";
    for (int round = 0; round < 200; round++) {
      var text = new StringBuilder();
      for (int i = 0; i < 300; i++) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      for (var file : List.of("a.c", "a.toml", "Makefile")) {
        int end = 0;
        for (var token : Syntax.of(Path.of(file)).tokens(text)) {
          assertThat(token.start()).isGreaterThanOrEqualTo(end);
          assertThat(token.end()).isGreaterThan(token.start()).isLessThanOrEqualTo(text.length());
          end = token.end();
        }
      }
    }
  }
}
