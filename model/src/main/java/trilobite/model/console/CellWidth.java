// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.lang.Character.UnicodeScript;

/// How many columns of a fixed grid a character takes.
public final class CellWidth {

  private CellWidth() {}

  /// 0 for marks that sit on the character before them, 2 for wide East Asian characters and emoji,
  /// 1 for all others.
  public static int of(int codePoint) {
    if (codePoint < 0x300) {
      return 1;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
      default -> codePoint >= 0x1100 && wide(codePoint) ? 2 : 1;
    };
  }

  /// True for characters that reorder, hide or break off their neighbours, which a hostile guest
  /// could use to make a line read as something else.
  static boolean deceptive(int codePoint) {
    return codePoint >= 0xad
        && switch (Character.getType(codePoint)) {
          case Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
          default -> false;
        };
  }

  private static boolean wide(int codePoint) {
    if (Character.isIdeographic(codePoint) || Character.isEmojiPresentation(codePoint)) {
      return true;
    }
    if ((codePoint >= 0xff01 && codePoint <= 0xff60)
        || (codePoint >= 0x3000 && codePoint <= 0x303e)) {
      return true;
    }
    return switch (UnicodeScript.of(codePoint)) {
      case HANGUL, HIRAGANA, KATAKANA, BOPOMOFO -> codePoint < 0xff61 || codePoint > 0xffdc;
      default -> false;
    };
  }
}
