// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.image;

import java.util.ArrayList;
import java.util.Optional;

/// Paths behind the names that C++ and Rust give to nested things, such as `kernel::TASKS`. Only
/// plain paths are read: `_ZN`, lengths and words, `E`, GCC's `L` before the word of what one file
/// alone sees, and Rust's hash as the last word. Layout: Itanium C++ ABI, 5.1, and Rust's RFC 2603
/// for what it calls legacy. [RustV0] reads what rustc writes since.
final class RustNames {

  private static final String BEGIN = "_ZN";
  private static final char LOCAL = 'L';
  private static final int MOST_WORDS = 32;

  private RustNames() {}

  /// The path; empty where the name is of another kind.
  static Optional<String> path(String name) {
    if (!name.startsWith(BEGIN)) {
      return RustV0.path(name);
    }
    var words = new ArrayList<String>();
    int at = BEGIN.length();
    while (at < name.length() && words.size() < MOST_WORDS && word(name, at)) {
      at += name.charAt(at) == LOCAL ? 1 : 0;
      int length = 0;
      while (at < name.length() && digit(name.charAt(at)) && length < name.length()) {
        length = length * 10 + name.charAt(at++) - '0';
      }
      if (length > name.length() - at) {
        return Optional.empty();
      }
      words.add(name.substring(at, at + length));
      at += length;
    }
    if (at >= name.length() || name.charAt(at) != 'E') {
      return Optional.empty();
    }
    if (words.size() > 1 && words.getLast().matches("h[0-9a-f]{16}")) {
      words.removeLast();
    }
    return words.size() > 1 && words.stream().allMatch(word -> word.matches("[A-Za-z_]\\w*"))
        ? Optional.of(String.join("::", words))
        : Optional.empty();
  }

  private static boolean word(String name, int at) {
    int begin = name.charAt(at) == LOCAL ? at + 1 : at;
    return begin < name.length() && digit(name.charAt(begin));
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
