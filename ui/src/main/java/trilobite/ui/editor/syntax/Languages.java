// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The languages that the editor colours. Possessive quantifiers keep every pattern linear.
final class Languages {
  private static final String C_WORDS =
      "auto|break|case|const|continue|default|do|else|enum|extern|for|goto|if|inline|register|restrict"
          + "|return|sizeof|static|struct|switch|typedef|union|volatile|while|_Alignas|_Alignof|_Atomic"
          + "|_Noreturn|_Static_assert|_Thread_local|asm|class|namespace|template|public|private"
          + "|protected|virtual|using|new|delete|nullptr|constexpr|typename|try|catch|throw";
  private static final String C_TYPES =
      "void|char|short|int|long|float|double|signed|unsigned|_Bool|bool|[a-z]\\w*_t";

  static final Syntax C =
      build(
          "C",
          ordered(
              Token.Kind.COMMENT, "/\\*(?:[^*]|\\*(?!/))*+(?:\\*/)?|//[^\\n]*+",
              Token.Kind.STRING,
                  "\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|'(?:[^'\\\\\\n]|\\\\.)*+'?|(?<=#include )<[^>\\n]*+>",
              Token.Kind.MACRO, "(?m:^[ \\t]*+#[ \\t]*+\\w++)",
              Token.Kind.KEYWORD, "\\b(?:" + C_WORDS + ")\\b",
              Token.Kind.TYPE, "\\b(?:" + C_TYPES + ")\\b",
              Token.Kind.NUMBER,
                  "\\b(?:0[xX][0-9a-fA-F']++|\\d[\\d.']*+(?:[eE][+-]?\\d++)?)[uUlLfF]*+",
              Token.Kind.FUNCTION, "\\b[A-Za-z_]\\w*+(?=[ \\t]*+\\()"));

  static final Syntax TOML =
      build(
          "TOML",
          ordered(
              Token.Kind.COMMENT, "#[^\\n]*+",
              Token.Kind.STRING,
                  "\"\"\"(?:[^\"\\\\]|\\\\.|\"(?!\"\"))*+(?:\"\"\")?|'''(?:[^']|'(?!''))*+(?:''')?"
                      + "|\"(?:[^\"\\\\\\n]|\\\\.)*+\"?|'[^'\\n]*+'?",
              Token.Kind.HEADING, "(?m:^[ \\t]*+\\[\\[?[^\\]\\n]*+\\]\\]?)",
              Token.Kind.KEY, "[A-Za-z0-9_.-]++(?=[ \\t]*+=)",
              Token.Kind.KEYWORD, "\\b(?:true|false|inf|nan)\\b",
              Token.Kind.NUMBER, "[+-]?\\b\\d[\\d_.:TZxobA-Fa-f+-]*+"));

  static final Syntax MAKE =
      build(
          "Makefile",
          ordered(
              Token.Kind.COMMENT, "#[^\\n]*+",
              Token.Kind.MACRO, "\\$[({][^)}\\n]*+[)}]|\\$[@<^*?]",
              Token.Kind.HEADING, "(?m:^[^\\s:=#][^:=\\n]*+(?=:(?!=)))",
              Token.Kind.KEY, "(?m:^[A-Za-z0-9_-]++(?=[ \\t]*+[:+?]?=))",
              Token.Kind.KEYWORD,
                  "(?m:^[ \\t]*+-?(?:ifeq|ifneq|ifdef|ifndef|else|endif|include|define|endef|export)\\b)"));

  private Languages() {}

  private static SequencedMap<Token.Kind, String> ordered(Object... pairs) {
    var map = new java.util.LinkedHashMap<Token.Kind, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((Token.Kind) pairs[i], (String) pairs[i + 1]);
    }
    return map;
  }

  private static Syntax build(String name, SequencedMap<Token.Kind, String> rules) {
    var pattern =
        rules.entrySet().stream()
            .map(
                (Map.Entry<Token.Kind, String> e) ->
                    "(?<" + e.getKey().name() + ">" + e.getValue() + ")")
            .collect(Collectors.joining("|"));
    return new Syntax(name, Pattern.compile(pattern), List.copyOf(new ArrayList<>(rules.keySet())));
  }
}
