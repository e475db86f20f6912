// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.Line;
import javafx.scene.text.Font;
import trilobite.model.packet.flow.FlowTrace;
import trilobite.model.packet.flow.PacketMark;
import trilobite.model.time.Timeline;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimePane;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Fonts;
import trilobite.ui.theme.Theme;

/// Sequence numbers over time, as tcptrace draws them: each segment an upright stroke from its
/// first byte to its last, below them the line of what is acknowledged, above them the edge of the
/// window; stretches that were acknowledged selectively beside their acknowledgement, and a letter
/// where a segment is remarkable. Numbers fit themselves to what is in sight.
final class SequencePlot extends TimePane {

  private static final double LETTER = 5;

  private final Look look;
  private final Canvas canvas = new Canvas();
  private final Line cursor = new Line();
  private FlowTrace trace = FlowTrace.NOTHING;
  private Timeline sent = FlowSeries.sent(FlowTrace.NOTHING);
  private SequenceScale scale = SequenceScale.NOTHING;

  SequencePlot(Look look, GraphGroup group) {
    super(group);
    this.look = look;
    getStyleClass().addAll("sequence-plot", "tri-focusable", "tri-inset");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    cursor.setManaged(false);
    cursor.setMouseTransparent(true);
    cursor.getStyleClass().add("plot-cursor");
    getChildren().addAll(canvas, cursor);
    setMinHeight(60);
    installGestures(() -> List.of(sent));
    look.theme().addListener(_ -> requestLayout());
    look.scale().addListener(_ -> requestLayout());
  }

  void show(FlowTrace next) {
    trace = next;
    sent = FlowSeries.sent(next);
    setAccessibleText(
        "Sequence numbers over time: %d segments, %d of them remarkable"
            .formatted(
                next.sent().size(),
                next.sent().stream().filter(s -> s.mark().isPresent()).count()));
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    canvas.setWidth(Math.max(1, getWidth()));
    canvas.setHeight(Math.max(1, getHeight()));
    paint();
    point();
  }

  /// Takes in the group's present window and cursor.
  void refresh() {
    requestLayout();
  }

  private void point() {
    var at = group().cursor().get();
    cursor.setVisible(at.isPresent() && group().window().contains(at.getAsDouble()));
    if (cursor.isVisible()) {
      double x = Math.round(left() + time().x(at.getAsDouble())) + 0.5;
      cursor.setStartX(x);
      cursor.setEndX(x);
      cursor.setStartY(0);
      cursor.setEndY(getHeight());
    }
  }

  private double left() {
    return frameInsets().getLeft();
  }

  private double x(double t) {
    return left() + time().x(t);
  }

  private double y(long number) {
    return y((double) number);
  }

  private double y(double number) {
    return frameInsets().getTop() + (1 - scale.share(number)) * plotHeight();
  }

  private void paint() {
    var theme = look.theme().get();
    var to = canvas.getGraphicsContext2D();
    to.setFill(theme.colour("-tri-bg0"));
    to.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
    scale = SequenceScale.of(trace, group().window());
    ground(to, theme);
    to.save();
    to.beginPath();
    to.rect(left(), frameInsets().getTop(), plotWidth(), plotHeight());
    to.clip();
    steps(to, theme);
    segments(to, theme);
    to.restore();
  }

  private void ground(GraphicsContext to, Theme theme) {
    double em = Theme.ROOT_PX * look.scale().get();
    to.setLineWidth(1);
    to.setStroke(theme.colour("-tri-line"));
    to.setFill(theme.colour("-tri-fg2"));
    to.setFont(Font.font(Fonts.MONO, em * 0.875));
    to.setTextBaseline(VPos.CENTER);
    for (double t : group().ticks(group().window(), plotWidth()).at()) {
      double x = Math.round(x(t)) + 0.5;
      to.strokeLine(x, frameInsets().getTop(), x, frameInsets().getTop() + plotHeight());
    }
    for (double line : scale.lines()) {
      double y = Math.round(y(line)) + 0.5;
      to.strokeLine(left(), y, left() + plotWidth(), y);
      to.fillText(bytes(line), left() + plotWidth() + 0.4 * em, y);
    }
  }

  private static String bytes(double number) {
    return number >= 1e6
        ? digits(number / 1e6) + " M"
        : number >= 1000
            ? digits(number / 1000) + " k"
            : String.format(Locale.ROOT, "%.0f", number);
  }

  private static String digits(double number) {
    return String.format(Locale.ROOT, "%.3f", number).replaceFirst("\\.?0+$", "");
  }

  /// Acknowledgements and the window's edge go in steps; what lies within a pixel is drawn once.
  private void steps(GraphicsContext to, Theme theme) {
    double lastX = Double.NaN;
    double ackY = 0;
    double edgeY = 0;
    for (var answer : trace.answers()) {
      double x = x(answer.t());
      double nextAck = y(answer.ack());
      double nextEdge = y(answer.edge());
      if (!Double.isNaN(lastX) && (x > left() || lastX > left()) && lastX < left() + plotWidth()) {
        to.setStroke(theme.colour("-tri-s3"));
        step(to, lastX, ackY, x, nextAck);
        to.setStroke(theme.colour("-tri-s5"));
        step(to, lastX, edgeY, x, nextEdge);
      }
      to.setStroke(theme.colour("-tri-s6"));
      for (var stretch : answer.selective()) {
        to.strokeLine(x, y(stretch.from()), x, y(stretch.to()));
      }
      lastX = x;
      ackY = nextAck;
      edgeY = nextEdge;
    }
  }

  private static void step(GraphicsContext to, double x0, double y0, double x1, double y1) {
    to.strokeLine(x0, y0, x1, y0);
    to.strokeLine(x1, y0, x1, y1);
  }

  private void segments(GraphicsContext to, Theme theme) {
    var usual = theme.colour("-tri-s1");
    double lastX = Double.NaN;
    double lastY = Double.NaN;
    for (var segment : trace.sent()) {
      double x = x(segment.t());
      if (x < left() - LETTER || x > left() + plotWidth() + LETTER) {
        continue;
      }
      double top = y(segment.to());
      double bottom = y(segment.from());
      boolean marked = segment.mark().isPresent();
      if (!marked && Math.abs(x - lastX) < 0.5 && Math.abs(top - lastY) < 0.5) {
        continue;
      }
      to.setStroke(marked ? theme.colour(token(segment.mark().get())) : usual);
      to.setLineWidth(marked ? 2 : 1.5);
      to.strokeLine(x, top, x, Math.max(bottom, top + 1));
      if (marked) {
        to.setFill(theme.colour(token(segment.mark().get())));
        to.fillText(letter(segment.mark().get()), x + 3, Math.max(top - 4, 6));
      }
      lastX = x;
      lastY = top;
    }
    to.setLineWidth(1);
  }

  private static String token(PacketMark mark) {
    return switch (mark) {
      case DROPPED, RESET, OLD_CONNECTION -> "-tri-bad";
      case RETRANSMISSION, OUT_OF_ORDER, ZERO_WINDOW -> "-tri-warn";
      case KEEP_ALIVE -> "-tri-fg2";
    };
  }

  private static String letter(PacketMark mark) {
    return switch (mark) {
      case DROPPED -> "D";
      case RESET -> "X";
      case OLD_CONNECTION -> "T";
      case RETRANSMISSION -> "R";
      case OUT_OF_ORDER -> "O";
      case ZERO_WINDOW -> "Z";
      case KEEP_ALIVE -> "K";
    };
  }
}
