// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.OptionalInt;

/// A query that cannot be answered; the message says why, and what was probably meant.
public final class QueryException extends Exception {
  private static final long serialVersionUID = 1;

  private final int position;

  /// @param position index of the character that is wrong, where it is known
  public QueryException(String message, OptionalInt position) {
    super(message);
    this.position = position.orElse(-1);
  }

  public QueryException(String message) {
    this(message, OptionalInt.empty());
  }

  /// Where in the query, counted from 0.
  public OptionalInt position() {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
