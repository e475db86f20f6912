// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.filter;

import java.util.Optional;

/// A text that is no filter.
public final class FilterException extends Exception {

  private static final long serialVersionUID = 1;

  private final int column;
  private final transient Optional<String> suggestion;

  FilterException(int column, String message, Optional<String> suggestion) {
    super(message);
    this.column = column;
    this.suggestion = suggestion;
  }

  FilterException(int column, String message) {
    this(column, message, Optional.empty());
  }

  /// Where it goes wrong: index of the first character that does not fit, the length at most.
  public int column() {
    return column;
  }

  /// What may have been meant.
  public Optional<String> suggestion() {
    return suggestion;
  }

  /// All of it in one sentence.
  public String sentence() {
    return "Column "
        + (column + 1)
        + ": "
        + getMessage()
        + suggestion.map(meant -> "; did you mean '" + meant + "'?").orElse(".");
  }
}
