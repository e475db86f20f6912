// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

/// Decodes UTF-8 a byte at a time, so that a character may be split across reads. Each longest
/// well-begun but broken part becomes one U+FFFD, as the Unicode standard advises.
final class Utf8 {

  static final int REPLACEMENT = 0xfffd;

  /// The byte was taken and the character goes on.
  static final int PENDING = -1;

  /// The character before this byte broke off; the byte itself was not taken.
  static final int BROKEN = -2;

  private int value;
  private int missing;
  private int lowest;
  private int highest;

  /// True inside a character.
  boolean pending() {
    return missing > 0;
  }

  /// Takes one byte from 0x80 to 0xff, or any byte while a character is pending; gives a code
  /// point, [#PENDING] or [#BROKEN].
  int accept(int octet) {
    if (missing == 0) {
      return begin(octet);
    }
    if (octet < lowest || octet > highest) {
      missing = 0;
      return BROKEN;
    }
    lowest = 0x80;
    highest = 0xbf;
    value = (value << 6) | (octet & 0x3f);
    missing--;
    return missing == 0 ? value : PENDING;
  }

  private int begin(int octet) {
    if (octet < 0x80) {
      return octet;
    }
    if (octet >= 0xc2 && octet <= 0xdf) {
      return expect(octet & 0x1f, 1, 0x80, 0xbf);
    }
    if (octet >= 0xe0 && octet <= 0xef) {
      // No overlong forms, no surrogates.
      return expect(octet & 0xf, 2, octet == 0xe0 ? 0xa0 : 0x80, octet == 0xed ? 0x9f : 0xbf);
    }
    if (octet >= 0xf0 && octet <= 0xf4) {
      return expect(octet & 7, 3, octet == 0xf0 ? 0x90 : 0x80, octet == 0xf4 ? 0x8f : 0xbf);
    }
    return REPLACEMENT;
  }

  private int expect(int bits, int more, int low, int high) {
    value = bits;
    missing = more;
    lowest = low;
    highest = high;
    return PENDING;
  }
}
