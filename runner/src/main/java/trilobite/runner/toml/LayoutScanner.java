// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tomlj.Toml;
import trilobite.model.project.FieldPath;

/// Finds the extents of headers, keys and values in a text that the TOML library has accepted.
/// Meant for such texts only: what is no TOML ends in an exception, never in a loop.
final class LayoutScanner {

  private static final FieldPath ROOT = new FieldPath(List.of());

  private final String text;
  private int at;

  /// How many elements each array of tables has by now, by its resolved path.
  private final Map<FieldPath, Integer> elements = new HashMap<>();

  private LayoutScanner(String text) {
    this.text = text;
  }

  static Layout scan(String text) {
    return new Layout(text, new LayoutScanner(text).sections());
  }

  private List<Section> sections() {
    var sections = new ArrayList<Section>();
    var entries = new ArrayList<Entry>();
    sections.add(new Section(ROOT, 0, 0, false, entries));
    at = text.startsWith("\uFEFF") ? 1 : 0;
    skipBlank(true);
    while (at < text.length()) {
      if (text.charAt(at) == '[') {
        entries = new ArrayList<>();
        sections.add(header(entries));
      } else {
        entries.add(entry(sections.getLast().path()));
      }
      skipBlank(true);
    }
    return List.copyOf(sections);
  }

  private Section header(List<Entry> entries) {
    int line = text.lastIndexOf('\n', at) + 1;
    boolean element = text.startsWith("[[", at);
    at += element ? 2 : 1;
    var keys = keys(']');
    at += element ? 2 : 1;
    int end = text.indexOf('\n', at);
    at = end < 0 ? text.length() : end + 1;
    return new Section(resolve(keys, element), line, at, element, entries);
  }

  /// Adds to the keys of a header the indexes of the array elements that it speaks of.
  private FieldPath resolve(List<String> keys, boolean element) {
    var path = ROOT;
    for (int i = 0; i < keys.size(); i++) {
      path = path.then(keys.get(i));
      if (element && i == keys.size() - 1) {
        elements.merge(path, 1, Integer::sum);
      }
      var count = elements.get(path);
      if (count != null) {
        path = path.then(Integer.toString(count - 1));
      }
    }
    return path;
  }

  private Entry entry(FieldPath table) {
    int start = at;
    var keys = keys('=');
    at++;
    skipBlank(false);
    var path = table.then(keys.toArray(String[]::new));
    return new Entry(path, start, keys.size(), value(path));
  }

  /// Reads a dotted key up to `stop`, which lies outside of any quotes.
  private List<String> keys(char stop) {
    int start = at;
    while (text.charAt(at) != stop) {
      char c = text.charAt(at);
      at = c == '"' || c == '\'' ? Values.end(text, at) : at + 1;
    }
    return Toml.parseDottedKey(text.substring(start, at).strip());
  }

  private Node value(FieldPath path) {
    int start = at;
    return switch (text.charAt(at)) {
      case '[' -> array(path);
      case '{' -> inline(path);
      case '"', '\'' -> {
        at = Values.end(text, at);
        yield new Node.Scalar(start, at);
      }
      default -> {
        while (at < text.length() && ",]}#\r\n".indexOf(text.charAt(at)) < 0) {
          at++;
        }
        int end = start + text.substring(start, at).stripTrailing().length();
        yield new Node.Scalar(start, end);
      }
    };
  }

  private Node array(FieldPath path) {
    int start = at++;
    var items = new ArrayList<Node>();
    for (skipBlank(true); text.charAt(at) != ']'; skipBlank(true)) {
      if (text.charAt(at) == ',') {
        at++;
      } else {
        items.add(value(path.then(Integer.toString(items.size()))));
      }
    }
    return new Node.Array(start, ++at, List.copyOf(items));
  }

  private Node inline(FieldPath path) {
    int start = at++;
    var entries = new ArrayList<Entry>();
    for (skipBlank(true); text.charAt(at) != '}'; skipBlank(true)) {
      if (text.charAt(at) == ',') {
        at++;
      } else {
        entries.add(entry(path));
      }
    }
    return new Node.Inline(start, ++at, List.copyOf(entries));
  }

  /// Skips spaces and, where asked to, line ends and comments.
  private void skipBlank(boolean lines) {
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (lines && c == '#') {
        at = lineEnd() - 1;
      } else if (c != ' ' && c != '\t' && !(lines && (c == '\n' || c == '\r'))) {
        return;
      }
    }
  }

  private int lineEnd() {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }
}
