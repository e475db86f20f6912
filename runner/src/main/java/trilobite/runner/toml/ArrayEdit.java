// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import static trilobite.runner.toml.Splice.comma;
import static trilobite.runner.toml.Splice.firstOnLine;
import static trilobite.runner.toml.Splice.indent;
import static trilobite.runner.toml.Splice.insert;
import static trilobite.runner.toml.Splice.lastOnLine;
import static trilobite.runner.toml.Splice.lineStart;
import static trilobite.runner.toml.Splice.newline;
import static trilobite.runner.toml.Splice.nextLine;
import static trilobite.runner.toml.Splice.replace;

import java.util.List;

/// Changes elements of an array in brackets, whose lines and comments stay where they are.
final class ArrayEdit {

  private ArrayEdit() {}

  /// One step from the array's elements towards the wanted ones: elements that are equal at both
  /// ends stay untouched. Returns the text itself once there is nothing left to do.
  static String step(String text, Node.Array array, List<?> wanted) {
    var written =
        array.items().stream().map(item -> text.substring(item.start(), item.end())).toList();
    int most = Math.min(written.size(), wanted.size());
    int head = 0;
    while (head < most && same(written.get(head), wanted.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < most - head
        && same(written.get(written.size() - 1 - tail), wanted.get(wanted.size() - 1 - tail))) {
      tail++;
    }
    boolean surplus = written.size() > head + tail;
    boolean missing = wanted.size() > head + tail;
    if (surplus && missing) {
      var item = array.items().get(head);
      var value = Values.write(wanted.get(head), written.get(head));
      return replace(text, item.start(), item.end(), value);
    }
    if (surplus) {
      return remove(text, array, head);
    }
    return missing ? add(text, array, head, Values.write(wanted.get(head), "")) : text;
  }

  private static boolean same(String written, Object wanted) {
    return Values.sameMeaning("x = " + written, "x = " + Values.write(wanted, ""));
  }

  static String add(String text, Node.Array array, int index, String value) {
    if (array.items().isEmpty()) {
      return insert(text, array.start() + 1, value);
    }
    if (index == 0) {
      int at = array.items().getFirst().start();
      boolean ownLine = firstOnLine(text, at);
      return insert(text, at, value + (ownLine ? "," + newline(text) + indent(text, at) : ", "));
    }
    var before = array.items().get(index - 1);
    int comma = comma(text, before.end());
    int after = comma < 0 ? before.end() : comma + 1;
    if (!lastOnLine(text, after) || nextLine(text, after) >= array.end()) {
      return insert(text, after, comma < 0 ? ", " + value : " " + value + ",");
    }
    // A line of its own below, so that a comment stays with its element.
    var margin = firstOnLine(text, before.start()) ? indent(text, before.start()) : "  ";
    var line = margin + value + (comma < 0 ? "" : ",") + newline(text);
    var longer = insert(text, nextLine(text, after), line);
    return comma < 0 ? insert(longer, before.end(), ",") : longer;
  }

  static String remove(String text, Node.Array array, int index) {
    var item = array.items().get(index);
    int comma = comma(text, item.end());
    int after = comma < 0 ? item.end() : comma + 1;
    boolean ownLines = firstOnLine(text, item.start()) && lastOnLine(text, after);
    if (ownLines && nextLine(text, after) <= array.end()) {
      return replace(text, lineStart(text, item.start()), nextLine(text, after), "");
    }
    if (comma >= 0) {
      while (after < text.length() && text.charAt(after) == ' ') {
        after++;
      }
      return replace(text, item.start(), after, "");
    }
    if (index > 0) {
      int end = array.items().get(index - 1).end();
      var between = text.substring(end, item.start());
      if (between.indexOf('\n') < 0) {
        return replace(text, end, item.end(), "");
      }
    }
    return replace(text, item.start(), item.end(), "");
  }
}
