// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;

/// A word or sign of a filter.
///
/// @param at index of its first character
record Token(Kind kind, String text, int at) {

  enum Kind {
    WORD,
    /// Between quotation marks.
    TEXT,
    /// `key:value`.
    COLUMN,
    SIGN,
    END
  }

  boolean is(String other) {
    return (kind == Kind.WORD || kind == Kind.SIGN) && text.equalsIgnoreCase(other);
  }

  FilterException wrong(String message) {
    return new FilterException(at, message);
  }

  FilterException wrong(String message, Optional<String> suggestion) {
    return new FilterException(at, message, suggestion);
  }

  /// As a sentence names it.
  String name() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
