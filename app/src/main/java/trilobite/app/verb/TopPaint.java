// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import trilobite.model.console.CellWidth;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;

/// A screenful of `top` as lines of text with colours, each as wide as the terminal. Text of the
/// guest's is escaped and takes the columns it should.
final class TopPaint {

  private static final int HEAD_LINES = 4;
  private static final int BAR = 30;
  private static final String RESET = "\u001b[0m";
  private static final String HEADING = "\u001b[30;42m";
  private static final String CURSOR = "\u001b[30;46m";
  private static final String KEY = "\u001b[0m";
  private static final String TITLE = "\u001b[30;46m";

  private TopPaint() {}

  /// @param bottom what stands in the last line, such as the keys
  static List<String> screen(TopModel model, TopHead head, String bottom, int width, int height) {
    var lines = new ArrayList<String>();
    lines.add(fit(head.title() + "   " + model.counts(), width));
    lines.add(
        bar("CPU", head.cpu(), 100, head.cpu().isPresent() ? one(head.cpu()) + "%" : "?", width));
    lines.add(
        bar(
            "Mem",
            head.touched(),
            head.assigned().orElse(0),
            mib(head.touched()) + " of " + mib(head.assigned()),
            width));
    lines.add(network(model, head, width));
    lines.add(HEADING + heading(model, width) + RESET);
    int room = Math.max(0, height - HEAD_LINES - 2);
    int first =
        Math.clamp((long) model.cursor() - room / 2, 0, Math.max(0, model.lines().size() - room));
    for (int i = first; i < first + room; i++) {
      lines.add(i < model.lines().size() ? row(model, i, width) : "");
    }
    lines.add(bottom);
    return lines.size() > height ? lines.subList(0, height) : lines;
  }

  private static String network(TopModel model, TopHead head, int width) {
    if (!model.graph().cycles().isEmpty()) {
      var cycle = model.graph().cycles().getFirst();
      return "\u001b[1;31m" + fit("Deadlock: " + plain(model.graph().words(cycle)), width) + RESET;
    }
    return fit(
        "  Net [%s packets/s in, %s out]%s"
            .formatted(
                whole(head.received()),
                whole(head.sent()),
                model.filter().isEmpty() ? "" : "  filter: " + plain(model.filter())),
        width);
  }

  private static String bar(
      String name, OptionalDouble value, double most, String figure, int width) {
    int wide = Math.max(8, Math.min(width - 30, BAR));
    double share = most > 0 ? Math.clamp(value.orElse(0) / most, 0, 1) : 0;
    int filled = (int) Math.round(share * wide);
    return "\u001b[36m%5s\u001b[0m [\u001b[32m%s\u001b[0m%s] %s"
        .formatted(name, "|".repeat(filled), " ".repeat(wide - filled), figure);
  }

  private static String heading(TopModel model, int width) {
    return fit(
        "%s %s %s %s %s %s %s"
            .formatted(
                left(title(model, TopModel.Sort.ID), 5),
                right(title(model, TopModel.Sort.NAME), 14),
                right(title(model, TopModel.Sort.STATE), 8),
                left(title(model, TopModel.Sort.CPU), 5),
                left(title(model, TopModel.Sort.TIME), 8),
                left(title(model, TopModel.Sort.STACK), 9),
                right("WAITS FOR", waits(width)) + " TOP FRAME"),
        width);
  }

  private static String title(TopModel model, TopModel.Sort column) {
    return column.title() + (model.sort() == column ? model.inverted() ? "△" : "▽" : "");
  }

  /// Columns that what is waited for has; the rest is the frame's.
  private static int waits(int width) {
    return Math.clamp((width - 55) * 2L / 3, 16, 40);
  }

  private static String row(TopModel model, int index, int width) {
    var line = model.lines().get(index);
    var row = line.row();
    var text =
        fit(
            "%s %s %s %s %s %s %s"
                .formatted(
                    left(Long.toUnsignedString(row.id()), 5),
                    right(line.branch() + plain(row.name()), 14),
                    right(plain(row.state()), 8),
                    left(row.cpu().isPresent() ? one(row.cpu()) : "", 5),
                    left(time(row), 8),
                    left(stack(row), 9),
                    right(waiting(row, waits(width)), waits(width))
                        + " "
                        + row.top().map(TopPaint::plain).orElse("")),
            width);
    var colour =
        index == model.cursor()
            ? CURSOR
            : model.tagged(row)
                ? "\u001b[1;33m"
                : model.graph().cycle(row.id()).isPresent()
                    ? "\u001b[31m"
                    : switch (ThreadKind.of(row.state())) {
                      case RUNNING -> "\u001b[32m";
                      case BLOCKED -> "\u001b[33m";
                      case EXITED -> "\u001b[90m";
                      case READY, WAITING, OTHER -> "";
                    };
    return colour + text + RESET;
  }

  /// With the holder where there is room for both.
  private static String waiting(ThreadRow row, int columns) {
    var what = row.waitsFor().map(TopPaint::plain).orElse("");
    var both = what + row.holder().map(by -> " ← " + plain(by)).orElse("");
    return width(both) <= columns ? both : what;
  }

  private static String time(ThreadRow row) {
    if (row.runTime().isEmpty()) {
      return "";
    }
    double seconds = row.runTime().getAsLong() / 1e9;
    return String.format(Locale.ROOT, "%d:%05.2f", (long) seconds / 60, seconds % 60);
  }

  private static String stack(ThreadRow row) {
    if (row.stackSize().isEmpty()) {
      return "";
    }
    var deepest = row.stackPeak().isPresent() ? row.stackPeak() : row.stackUsed();
    return (deepest.isPresent()
            ? String.format(Locale.ROOT, "%.1f", deepest.getAsLong() / 1024.0)
            : "?")
        + "/"
        + row.stackSize().getAsLong() / 1024;
  }

  /// The line of keys at the bottom.
  static String keys(int width) {
    var keys =
        new String[] {
          "F1", "Help", "F3", "Search", "F4", "Filter", "F5", "Tree", "F6", "SortBy", "F10", "Quit"
        };
    var line = new StringBuilder();
    int used = 0;
    for (int i = 0; i < keys.length && used + keys[i].length() + 8 <= width; i += 2) {
      line.append(KEY).append(keys[i]).append(TITLE).append(right(keys[i + 1], 6));
      used += keys[i].length() + 6;
    }
    return line.append(RESET).toString();
  }

  private static String plain(String guest) {
    return GuestText.visible(guest).replace("\n", "\\n").replace("\t", "\\t");
  }

  private static String one(OptionalDouble value) {
    return String.format(Locale.ROOT, "%.1f", value.orElse(0));
  }

  private static String whole(OptionalDouble value) {
    return value.isPresent() ? String.format(Locale.ROOT, "%,.0f", value.getAsDouble()) : "?";
  }

  private static String mib(OptionalDouble bytes) {
    return bytes.isPresent()
        ? String.format(Locale.ROOT, "%.1f MiB", bytes.getAsDouble() / (1 << 20))
        : "?";
  }

  private static String left(String text, int columns) {
    var cut = cut(text, columns);
    return " ".repeat(columns - width(cut)) + cut;
  }

  private static String right(String text, int columns) {
    var cut = cut(text, columns);
    return cut + " ".repeat(columns - width(cut));
  }

  /// Exactly as wide as that.
  static String fit(String text, int columns) {
    return right(text, columns);
  }

  static int width(String text) {
    return text.codePoints().map(CellWidth::of).sum();
  }

  private static String cut(String text, int columns) {
    if (width(text) <= columns) {
      return text;
    }
    var cut = new StringBuilder();
    int used = 0;
    for (int c : text.codePoints().toArray()) {
      used += CellWidth.of(c);
      if (used > columns - 1) {
        break;
      }
      cut.appendCodePoint(c);
    }
    return cut.append('…').toString();
  }
}
