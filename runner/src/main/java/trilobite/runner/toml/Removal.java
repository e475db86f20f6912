// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.toml;

import static trilobite.runner.toml.Splice.lineStart;
import static trilobite.runner.toml.Splice.nextLine;
import static trilobite.runner.toml.Splice.replace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import trilobite.model.project.FieldPath;

/// Takes values, elements and tables out of a text. Comments on lines of their own stay, those on a
/// removed line and inside a removed table go with it.
final class Removal {

  private Removal() {}

  static String remove(Layout layout, FieldPath path) {
    var text = layout.text();
    var values = layout.values();
    var parent = Optional.ofNullable(values.get(path.parent()));
    if (parent.orElse(null) instanceof Node.Array array) {
      return values.containsKey(path)
          ? ArrayEdit.remove(text, array, Integer.parseInt(path.keys().getLast()))
          : text;
    }
    var holder = holder(layout, path);
    if (holder.isPresent()) {
      return fromInline(text, holder.get(), path);
    }
    var cuts = new ArrayList<int[]>();
    for (var section : layout.sections()) {
      if (!path.keys().isEmpty() && section.within(path)) {
        cuts.add(new int[] {section.start(), contentEnd(text, section)});
      } else {
        for (var entry : section.entries()) {
          if (entry.path().within(path)) {
            int end = nextLine(text, entry.value().end());
            cuts.add(new int[] {lineStart(text, entry.keyStart()), end});
          }
        }
      }
    }
    cuts.sort(Comparator.comparingInt((int[] cut) -> cut[0]).reversed());
    for (var cut : cuts) {
      boolean table = layout.sections().stream().anyMatch(s -> s.start() == cut[0]);
      int end = table ? closeGap(text, cut[0], cut[1]) : cut[1];
      // A byte order mark belongs to the file, not to its first line.
      text = replace(text, text.startsWith("\uFEFF") ? Math.max(1, cut[0]) : cut[0], end, "");
    }
    return text;
  }

  /// Where a section's own lines end; comments and blank lines below belong to what follows.
  static int contentEnd(String text, Section section) {
    return section.entries().isEmpty()
        ? section.headerEnd()
        : nextLine(text, section.entries().getLast().value().end());
  }

  /// Of the blank lines around a removed table, those below go if some are left above.
  private static int closeGap(String text, int from, int to) {
    boolean blankAbove = text.substring(0, from).isBlank() || blankLineBefore(text, from);
    int end = to;
    while (blankAbove
        && end < text.length()
        && text.substring(end, nextLine(text, end)).isBlank()) {
      end = nextLine(text, end);
    }
    return end;
  }

  private static boolean blankLineBefore(String text, int at) {
    return at > 1 && text.substring(lineStart(text, at - 1), at).isBlank();
  }

  /// The inline table, itself not below `path`, that has entries at or below it.
  private static Optional<Node.Inline> holder(Layout layout, FieldPath path) {
    return layout.values().values().stream()
        .filter(Node.Inline.class::isInstance)
        .map(Node.Inline.class::cast)
        .filter(inline -> lastWithin(inline, path) >= 0 && depth(inline) < path.keys().size())
        .findFirst();
  }

  private static int depth(Node.Inline inline) {
    var first = inline.entries().getFirst();
    return first.path().keys().size() - first.keyLength();
  }

  private static int lastWithin(Node.Inline inline, FieldPath path) {
    for (int i = inline.entries().size() - 1; i >= 0; i--) {
      if (inline.entries().get(i).path().within(path)) {
        return i;
      }
    }
    return -1;
  }

  /// Takes out one entry, and by scanning anew the others that a dotted key spread out.
  private static String fromInline(String text, Node.Inline inline, FieldPath path) {
    var entries = inline.entries();
    int at = lastWithin(inline, path);
    var entry = entries.get(at);
    int from = entry.keyStart();
    int to = entry.value().end();
    if (at + 1 < entries.size()) {
      to = entries.get(at + 1).keyStart();
    } else if (at > 0) {
      from = entries.get(at - 1).value().end();
    }
    return remove(LayoutScanner.scan(replace(text, from, to, "")), path);
  }
}
