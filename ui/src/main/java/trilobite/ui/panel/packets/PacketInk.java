// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import trilobite.model.console.GuestText;
import trilobite.model.guest.PacketRow;
import trilobite.ui.theme.Fonts;
import trilobite.ui.theme.Theme;

/// Draws a packet as a row of text.
final class PacketInk {

  /// Where columns begin, in em; the last one has the rest.
  private static final double[] WIDE = {0.8, 6.2, 13.4, 15.2, 27.8, 40.4, 45.6, 49.4};

  /// The same with room for what comes last, which says most, in a narrow place: without the
  /// length.
  private static final double[] NARROW = {0.8, 5.2, 11.6, 13, 22.6, 32.2, 36.4, 36.4};

  /// What the last column needs, in em, for the wide places.
  private static final double INFO = 18;

  private static final int LENGTH = 6;
  private static final int ASCII = 127;

  static final String[] NAMES = {
    "No.", "Uptime, s", "", "Source", "Destination", "Proto", "Len", "Info"
  };

  private final Theme theme;
  private final double em;
  private final Font mono;
  private final Font text;
  private final double cell;
  private final double[] wide;
  private double[] places = WIDE;

  PacketInk(Theme theme, double scale) {
    this.theme = theme;
    em = Theme.ROOT_PX * scale;
    mono = Font.font(Fonts.MONO, em * 0.9583);
    text = Font.font(Fonts.TEXT, em);
    wide = widths(text);
    var sample = new Text("0".repeat(50));
    sample.setFont(mono);
    cell = sample.getLayoutBounds().getWidth() / 50;
  }

  double row() {
    return Math.round(2 * em);
  }

  double heading() {
    return Math.round(2.17 * em);
  }

  double at(int column) {
    return places[column] * em;
  }

  /// Places the columns for a list of this width.
  void fit(double width) {
    places = width < (WIDE[WIDE.length - 1] + INFO) * em ? NARROW : WIDE;
  }

  private boolean shown(int column) {
    return column != LENGTH || at(column + 1) > at(column);
  }

  private Color colour(String token) {
    return theme.colour(token);
  }

  void clear(GraphicsContext to, double width, double height) {
    to.setFill(colour("-tri-bg0"));
    to.fillRect(0, 0, width, height);
  }

  void headings(GraphicsContext to, double width) {
    to.setFill(colour("-tri-bg1"));
    to.fillRect(0, 0, width, heading());
    to.setFill(colour("-tri-line"));
    to.fillRect(0, heading() - 1, width, 1);
    to.setTextBaseline(VPos.CENTER);
    to.setFill(colour("-tri-fg2"));
    to.setFont(Font.font(Fonts.TEXT, em * 0.9167));
    for (int i = 0; i < NAMES.length; i++) {
      if (shown(i)) {
        to.fillText(NAMES[i], at(i), heading() / 2);
      }
    }
  }

  /// The ground of a row by its state and by what became of the packet.
  void ground(GraphicsContext to, double y, double width, String token) {
    to.setFill(colour(token));
    to.fillRect(0, y, width, row());
  }

  /// A line around a row: the one that is looked at among many.
  void frame(GraphicsContext to, double y, double width, String token) {
    to.setStroke(colour(token));
    to.setLineWidth(1);
    to.strokeRect(0.5, y + 0.5, width - 1, row() - 1);
  }

  static String ground(PacketRow row) {
    return row.mark()
        .map(
            mark ->
                switch (mark) {
                  case "dropped", "reset" -> "-tri-bad-bg";
                  case "keep-alive" -> "";
                  default -> "-tri-warn-bg";
                })
        .orElse("");
  }

  void row(GraphicsContext to, PacketRow row, double y, double width) {
    double middle = y + row() / 2;
    to.setTextBaseline(VPos.CENTER);
    to.setFont(mono);
    boolean towards = row.direction().equals("rx");
    put(to, 0, "%,d".formatted(row.number()), "-tri-fg2", middle);
    put(to, 1, "%.6f".formatted(row.time() / 1000), "-tri-fg", middle);
    put(
        to,
        2,
        towards ? "↓" : row.direction().equals("tx") ? "↑" : "?",
        towards ? "-tri-s1" : "-tri-s4",
        middle);
    put(to, 3, end(row.source(), row.sourcePort()), "-tri-fg-s", middle);
    put(to, 4, end(row.destination(), row.destinationPort()), "-tri-fg-s", middle);
    to.setFont(text);
    put(to, 5, row.protocol(), row.protocol().equals("HTTP") ? "-tri-ok" : "-tri-fg2", middle);
    to.setFont(mono);
    if (shown(LENGTH)) {
      put(to, LENGTH, Long.toString(row.length()), "-tri-fg", middle);
    }
    info(to, row, middle, width);
  }

  private void info(GraphicsContext to, PacketRow row, double middle, double width) {
    double x = at(7);
    to.setFont(text);
    if (row.mark().isPresent()) {
      var mark = row.mark().get();
      boolean bad = ground(row).equals("-tri-bad-bg");
      double wide = mark.length() * 0.55 * em + 1.1 * em;
      if (bad) {
        to.setFill(colour("-tri-bad-e"));
        to.fillRoundRect(x, middle - 0.75 * em, wide, 1.5 * em, 6, 6);
        to.setFill(colour("-tri-on-e"));
        to.fillText(mark, x + 0.5 * em, middle);
        x += wide + 0.6 * em;
      } else {
        to.setFill(colour("-tri-warn"));
        to.fillText("[" + mark + "]", x, middle);
        x += wide + 0.2 * em;
      }
    }
    to.setFill(colour("-tri-fg"));
    var words = GuestText.visible(row.info()).replace('\n', ' ');
    to.fillText(fitting(words, width - x - 0.4 * em), x, middle);
  }

  /// As much of the words as there is room for.
  private String fitting(String words, double room) {
    double used = 0;
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      used += c < ASCII ? wide[c] : em;
      if (used > room) {
        return words.substring(0, Math.max(0, i - 1)) + "…";
      }
    }
    return words;
  }

  private static double[] widths(Font font) {
    var widths = new double[ASCII];
    for (char c = ' '; c < ASCII; c++) {
      // Alone a space has no width.
      var sample = new Text(String.valueOf(c).repeat(10) + ".");
      sample.setFont(font);
      widths[c] = sample.getLayoutBounds().getWidth() / 10;
    }
    return widths;
  }

  private static String end(String address, java.util.OptionalLong port) {
    return port.isPresent() ? address + ":" + port.getAsLong() : address;
  }

  private void put(GraphicsContext to, int column, String words, String token, double middle) {
    to.setFill(colour(token));
    int room = (int) ((at(column + 1) - at(column)) / cell) - 1;
    to.fillText(
        words.length() > room ? words.substring(0, Math.max(0, room - 1)) + "…" : words,
        at(column),
        middle);
  }
}
