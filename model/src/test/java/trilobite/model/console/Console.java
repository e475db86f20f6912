// SPDX-License-Identifier: Apache-2.0
package trilobite.model.console;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Parses whole consoles for tests.
final class Console {

  private Console() {}

  /// All lines, an open one last.
  static List<ConsoleLine> lines(byte[] bytes, int... cuts) {
    var lines = new ArrayList<ConsoleLine>();
    var parser = new ConsoleParser(0, lines::add);
    int from = 0;
    for (int cut : cuts) {
      parser.accept(bytes, from, cut);
      from = cut;
    }
    parser.accept(bytes, from, bytes.length);
    parser.open().ifPresent(lines::add);
    return lines;
  }

  static List<ConsoleLine> lines(String text) {
    return lines(text.getBytes(StandardCharsets.UTF_8));
  }

  static List<String> texts(String text) {
    return lines(text).stream().map(ConsoleLine::text).toList();
  }

  static List<String> texts(byte[] bytes) {
    return lines(bytes).stream().map(ConsoleLine::text).toList();
  }

  static byte[] bytes(int... octets) {
    byte[] bytes = new byte[octets.length];
    for (int i = 0; i < octets.length; i++) {
      bytes[i] = (byte) octets[i];
    }
    return bytes;
  }
}
