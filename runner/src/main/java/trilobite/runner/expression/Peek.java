// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.expression;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import trilobite.model.type.Type;
import trilobite.runner.memory.Memory;

/// Looks whether characters are a text.
record Peek(Vocabulary words, Memory memory) {

  /// Most characters of a text.
  static final int LONGEST = 256;

  private static final int PIECE = 64;

  /// True for C's own character; a `signed` or `unsigned` one is a small number as often.
  static boolean character(Type.Int type) {
    return type.size() == 1 && (type.name().equals("char") || type.name().equals("char8_t"));
  }

  /// The text that a pointer to `target` points at, if characters are there.
  Optional<String> text(Type target, long address) throws IOException {
    if (!(words.types().resolve(target) instanceof Type.Int each) || each.size() != 1) {
      return Optional.empty();
    }
    try {
      return text(address, new Type.Int("char", 1, each.unsigned()), LONGEST);
    } catch (SteadyMemory.SpentException e) {
      throw e;
    } catch (IOException e) {
      // The pointer leads nowhere, and is shown all the same.
      return Optional.empty();
    }
  }

  /// Numbers go on after a zero; texts do not.
  private boolean blank(long address, int length) throws IOException {
    var rest = new byte[length];
    memory.read(address, rest, 0, length);
    for (byte each : rest) {
      if (each != 0) {
        return false;
      }
    }
    return true;
  }

  /// The text in an array; empty where it looks like numbers.
  Optional<String> text(long address, Type.Int each, long count) throws IOException {
    int most = (int) Math.min(count, LONGEST);
    var bytes = new byte[most];
    int length = 0;
    // What follows a short text may not be mapped.
    while (length < most) {
      int step =
          Math.min(most - length, PIECE - (int) Long.remainderUnsigned(address + length, PIECE));
      memory.read(address + length, bytes, length, step);
      int end = length;
      while (end < length + step && bytes[end] != 0) {
        end++;
      }
      boolean whole = end < length + step;
      length = end;
      if (whole) {
        break;
      }
    }
    var text = new String(bytes, 0, length, StandardCharsets.UTF_8);
    boolean readable =
        length > 0 && text.chars().allMatch(c -> c == '\n' || c == '\t' || (c >= ' ' && c < 0x7f));
    return character(each) || (readable && blank(address + length, most - length))
        ? Optional.of(text)
        : Optional.empty();
  }
}
