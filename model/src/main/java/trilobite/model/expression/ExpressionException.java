// SPDX-License-Identifier: Apache-2.0
package trilobite.model.expression;

/// A text is no expression, or one that means nothing here. The message is fit for people.
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1;

  private final int column;

  /// @param column where in the text, from 0
  public ExpressionException(int column, String why) {
    super(why);
    this.column = column;
  }

  public int column() {
    return column;
  }
}
