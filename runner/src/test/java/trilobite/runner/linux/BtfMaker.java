// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.linux;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Makes types as pahole would write them.
final class BtfMaker {

  private final ByteArrayOutputStream types = new ByteArrayOutputStream();
  private final ByteArrayOutputStream texts = new ByteArrayOutputStream();
  private int count;

  BtfMaker() {
    texts.write(0);
  }

  /// Adds a type and gives its number.
  int type(int kind, String name, boolean flag, int members, int size, int... words) {
    words(text(name), (flag ? 1 << 31 : 0) | kind << 24 | members, size);
    words(words);
    return ++count;
  }

  int text(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    int at = texts.size();
    texts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    texts.write(0);
    return at;
  }

  private void words(int... words) {
    for (int word : words) {
      types.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(word).array());
    }
  }

  byte[] bytes() {
    var all =
        ByteBuffer.allocate(Btf.HEADER + types.size() + texts.size())
            .order(ByteOrder.LITTLE_ENDIAN);
    all.putInt(Btf.MAGIC).putInt(Btf.HEADER).putInt(0).putInt(types.size());
    all.putInt(types.size()).putInt(texts.size());
    return all.put(types.toByteArray()).put(texts.toByteArray()).array();
  }

  /// A list of tasks, with a bit field, an enum, a loop of names and an array without end.
  static byte[] kernel() {
    var made = new BtfMaker();
    int number = made.type(1, "unsigned int", false, 0, 4, 32);
    int letter = made.type(1, "char", false, 0, 1, 1 << 24 | 8);
    int name = made.type(3, "", false, 0, 0, letter, number, 16);
    int state = made.type(6, "state", true, 2, 4, made.text("GONE"), -1, made.text("HERE"), 1);
    int pointer = made.type(2, "", false, 0, 7);
    int fixed = made.type(10, "", false, 0, pointer);
    made.type(
        4,
        "task",
        true,
        5,
        40,
        made.text("next"),
        fixed,
        0,
        made.text("comm"),
        name,
        64,
        made.text("a"),
        number,
        3 << 24 | 192,
        made.text("state"),
        state,
        224,
        made.text("rest"),
        8,
        256);
    made.type(3, "", false, 0, 0, number, number, -1);
    int loop = made.type(8, "loop", false, 0, 10);
    made.type(8, "pool", false, 0, loop);
    made.type(14, "first_task", false, 0, 7, 1);
    return made.bytes();
  }
}
