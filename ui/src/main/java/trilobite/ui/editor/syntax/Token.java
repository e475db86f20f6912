// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.editor.syntax;

/// A coloured part of a text: `start` inclusive, `end` exclusive, in UTF-16 units.
public record Token(int start, int end, Kind kind) {

  /// Kinds of tokens; the style class is `syntax-` and the name in lower case.
  public enum Kind {
    KEYWORD,
    TYPE,
    FUNCTION,
    STRING,
    NUMBER,
    COMMENT,
    MACRO,
    KEY,
    HEADING
  }
}
