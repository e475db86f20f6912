// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

/// A word, number, character or sign of an expression.
///
/// @param text without the quotes that a character or name was in
record Token(Kind kind, String text, int column) {

  enum Kind {
    NAME,
    NUMBER,
    CHARACTER,
    SIGN,
    END
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  /// As it is called in a message.
  String words() {
    return kind == Kind.END ? "the end" : "\"" + text + "\"";
  }
}
