// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import trilobite.model.time.Mark;

/// Paints a [Frame] into a [Raster]. One raster column is one column of time.
///
/// @param scale device pixels for one pixel of the layout
record Painter(Palette palette, double scale) {

  private static final double LINE = 1.5;
  private static final double DASH = 4.5;

  /// Everything but the text.
  ///
  /// @param ticks run times of the vertical grid lines
  void paint(Raster on, Frame frame, List<Double> ticks, List<Mark> marks) {
    on.fill(palette.back());
    ground(on, frame, ticks);
    for (int i = 0; i < frame.parts().size(); i++) {
      area(on, frame, i);
    }
    for (var part : frame.parts()) {
      stroke(on, frame, part);
    }
    for (var mark : marks) {
      mark(on, frame.window(), mark);
    }
  }

  private void ground(Raster on, Frame frame, List<Double> ticks) {
    var time = new TimeScale(frame.window(), on.width);
    for (double t : ticks) {
      on.down((int) time.x(t), thin(), palette.grid(), 0);
    }
    for (double value : frame.axis().lines()) {
      boolean zero = value == 0;
      int y = Math.min(on.height - thin(), (int) y(on, frame, value));
      on.across(y, thin(), zero && frame.axis().mirrored() ? palette.limit() : palette.grid(), 0);
    }
    on.hatch(0, frame.before(), px(8), thin(), palette.grid(), 1);
    for (int c = 0; c < frame.columns(); c++) {
      if (frame.gap(c)) {
        on.hatch(c, c + 1, px(8), thin(), palette.limit(), 0.55);
      }
    }
  }

  private void area(Raster on, Frame frame, int index) {
    var part = frame.parts().get(index);
    switch (part.trace().style()) {
      case AREA -> tint(on, frame, part, palette.area());
      case STACKED -> layer(on, frame, index);
      case LINE, BARS, LIMIT, GHOST, EVENTS -> {}
    }
  }

  private void tint(Raster on, Frame frame, Frame.Part part, double opacity) {
    var curve = part.curve();
    int colour = palette.series(part.trace().colour());
    double zero = y(on, frame, 0);
    for (int c = 0; c < curve.columns(); c++) {
      if (curve.known(c)) {
        double edge = y(on, frame, signed(part, curve.low()[c]));
        on.column(c, Math.min(edge, zero), Math.max(edge, zero), colour, opacity);
      }
    }
  }

  private void layer(Raster on, Frame frame, int index) {
    var part = frame.parts().get(index);
    var curve = part.curve();
    var base = frame.parts().get(Math.max(0, index - 1)).curve();
    int colour = palette.series(part.trace().colour());
    for (int c = 0; c < curve.columns(); c++) {
      if (curve.known(c)) {
        double foot = index > 0 && base.known(c) ? base.high()[c] : 0;
        on.column(c, y(on, frame, curve.high()[c]), y(on, frame, foot), colour, palette.stack());
      }
    }
  }

  private void stroke(Raster on, Frame frame, Frame.Part part) {
    var style = part.trace().style();
    boolean limit = style == Trace.Style.LIMIT || style == Trace.Style.GHOST;
    boolean bars = style == Trace.Style.BARS;
    int colour = limit ? palette.limit() : palette.series(part.trace().colour());
    double half = (limit ? 1 : LINE) * scale / 2;
    var curve = part.curve();
    double drawn = 0;
    for (int c = 0; c < curve.columns(); c++) {
      if (!curve.known(c)) {
        continue;
      }
      double one = y(on, frame, signed(part, curve.high()[c]));
      double other = bars ? y(on, frame, 0) : y(on, frame, signed(part, curve.low()[c]));
      double top = Math.min(one, other);
      double bottom = Math.max(one, other);
      if (!bars || bottom - top >= 0.5) {
        // Kept inside the plot: a value at the very edge keeps its full stroke.
        top = Math.clamp(top - (bars ? 0 : half), 0, on.height - 2 * half);
        bottom = Math.max(bottom + (bars ? 0 : half), top + 2 * half);
        if (limit) {
          drawn = dashes(on, c, top, bottom, colour, drawn);
        } else {
          on.column(c, top, bottom, colour, 1);
        }
      }
    }
  }

  /// Dashes are measured along the line, so that a steep stretch shows them as well as a level one.
  ///
  /// @return length of the line so far
  private double dashes(Raster on, int c, double top, double bottom, int colour, double before) {
    double dash = DASH * scale;
    double along = before;
    for (double y = top; y < bottom; y += dash) {
      double end = Math.min(bottom, y + dash);
      if ((int) (along / dash) % 2 == 0) {
        on.column(c, y, end, colour, 1);
      }
      along += end - y > scale ? end - y : 1;
    }
    return along;
  }

  private void mark(Raster on, TimeWindow window, Mark mark) {
    if (!window.contains(mark.t())) {
      return;
    }
    int colour =
        switch (mark.kind()) {
          case CRASH -> palette.bad();
          case BOOT, READY, INFO, PAUSE, RESUME, STOP -> palette.limit();
        };
    on.down((int) new TimeScale(window, on.width).x(mark.t()), thin(), colour, px(2));
  }

  private static double signed(Frame.Part part, double value) {
    return part.trace().side() == Trace.Side.DOWN ? -value : value;
  }

  private static double y(Raster on, Frame frame, double value) {
    return (1 - frame.axis().share(value)) * on.height;
  }

  private int thin() {
    return Math.max(1, (int) Math.round(scale));
  }

  private int px(double length) {
    return Math.max(1, (int) Math.round(length * scale));
  }
}
