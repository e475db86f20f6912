// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

/// How much of the column at the right is shown.
enum RightMode {
  FULL,
  MINI,
  HIDDEN;

  /// The mode that the shortcut goes to next.
  RightMode next() {
    return switch (this) {
      case FULL -> MINI;
      case MINI -> HIDDEN;
      case HIDDEN -> FULL;
    };
  }

  static RightMode of(String text) {
    return switch (text) {
      case "MINI" -> MINI;
      case "HIDDEN" -> HIDDEN;
      default -> FULL;
    };
  }
}
