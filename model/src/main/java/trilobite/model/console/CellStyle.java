// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.util.OptionalInt;

/// How a piece of console text looks, packed into one number: a line may hold thousands of them.
/// Equal looks are equal numbers; 0 is plain text.
///
/// @param packed bits 0 to 8 foreground + 1, bits 9 to 17 background + 1, then one bit an attribute
public record CellStyle(int packed) {

  /// Plain text in the view's own colours.
  public static final CellStyle PLAIN = new CellStyle(0);

  static final int BOLD = 1 << 18;
  static final int DIM = 1 << 19;
  static final int ITALIC = 1 << 20;
  static final int UNDERLINE = 1 << 21;
  static final int INVERSE = 1 << 22;
  static final int STRIKE = 1 << 23;

  private static final int COLOUR = 0x1ff;
  private static final int BACKGROUND_SHIFT = 9;

  /// Index into the 256 colours of [Xterm256], absent for the view's own text colour.
  public OptionalInt foreground() {
    return colour(packed & COLOUR);
  }

  /// Index into the 256 colours, absent for the view's own background.
  public OptionalInt background() {
    return colour((packed >>> BACKGROUND_SHIFT) & COLOUR);
  }

  public boolean bold() {
    return (packed & BOLD) != 0;
  }

  public boolean dim() {
    return (packed & DIM) != 0;
  }

  public boolean italic() {
    return (packed & ITALIC) != 0;
  }

  public boolean underline() {
    return (packed & UNDERLINE) != 0;
  }

  public boolean inverse() {
    return (packed & INVERSE) != 0;
  }

  public boolean strike() {
    return (packed & STRIKE) != 0;
  }

  /// @param index 0 to 255, or -1 for the view's own colour
  static int withForeground(int packed, int index) {
    return (packed & ~COLOUR) | (index + 1);
  }

  /// @param index 0 to 255, or -1 for the view's own colour
  static int withBackground(int packed, int index) {
    return (packed & ~(COLOUR << BACKGROUND_SHIFT)) | ((index + 1) << BACKGROUND_SHIFT);
  }

  private static OptionalInt colour(int stored) {
    return stored == 0 ? OptionalInt.empty() : OptionalInt.of(stored - 1);
  }
}
