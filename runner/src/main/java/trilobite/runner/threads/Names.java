// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import trilobite.runner.kernel.Program;
import trilobite.runner.value.PathException;

/// The profile's words for a kernel's numbers.
///
/// @param words by number
/// @param flags true where a number is a set of bits
/// @param rest the word for what has none; empty for the bare number
public record Names(Map<Long, String> words, boolean flags, Optional<String> rest) {

  private static final String REST = "*";

  /// @param type the enum whose constants `names` speaks of; empty where it has numbers only
  public static Names of(Program program, String type, Map<String, String> names, boolean flags)
      throws PathException {
    var words = new HashMap<Long, String>();
    for (var constant : program.constants(type).entrySet()) {
      // What the profile does not name keeps the kernel's own name.
      words.put(constant.getKey(), names.getOrDefault(constant.getValue(), constant.getValue()));
    }
    for (var name : names.entrySet()) {
      if (name.getKey().matches("(0x[0-9a-fA-F]{1,16})|\\d{1,18}")) {
        words.put(number(name.getKey()), name.getValue());
      }
    }
    return new Names(Map.copyOf(words), flags, Optional.ofNullable(names.get(REST)));
  }

  private static long number(String text) {
    return text.startsWith("0x")
        ? Long.parseUnsignedLong(text.substring(2), 16)
        : Long.parseLong(text);
  }

  public String of(long value) {
    if (!flags || value == 0) {
      var word = words.get(value);
      return word != null ? word : rest.orElseGet(() -> "? " + value);
    }
    return words.entrySet().stream()
        .filter(word -> word.getKey() != 0 && (value & word.getKey()) == word.getKey())
        .max(
            Comparator.comparingInt((Map.Entry<Long, String> word) -> Long.bitCount(word.getKey()))
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getValue)
        .or(() -> rest)
        .orElse("? 0x" + Long.toHexString(value));
  }
}
