// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import trilobite.model.time.Mark;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.TimeScale;
import trilobite.ui.chart.TimeWindow;

/// The strip above the graphs: the run's events in words, and the time under the cursor.
final class MarkStrip extends Pane {

  private static final double HEIGHT = 38;
  private static final double[] ROWS = {11, 27};

  private final GraphGroup group;
  private final Label time = new Label();
  private final Pane words = new Pane();
  private final Map<Mark, Node> symbols = new HashMap<>();
  private final Map<Mark, Node> texts = new HashMap<>();
  private final Map<String, Double> widths = new HashMap<>();
  private double measuredAt;
  private Drawn drawn = new Drawn(new TimeWindow(0, 1), OptionalDouble.empty(), List.of(), 0);

  private record Drawn(TimeWindow window, OptionalDouble cursor, List<Mark> marks, double width) {}

  MarkStrip(GraphGroup group) {
    this.group = group;
    getStyleClass().add("mark-strip");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    time.getStyleClass().add("cursor-time");
    time.setManaged(false);
    words.setManaged(false);
    getChildren().addAll(words, time);
  }

  void refresh() {
    setMinHeight(HEIGHT * group.textScale());
    setPrefHeight(HEIGHT * group.textScale());
    setMaxHeight(HEIGHT * group.textScale());
    var now =
        new Drawn(
            group.window(),
            group.cursor().get(),
            group.marks(),
            getWidth() - group.insets().getLeft() - group.insets().getRight());
    if (now.width() < 40 || now.equals(drawn)) {
      return;
    }
    drawn = now;
    double start = group.insets().getLeft();
    var scale = new TimeScale(now.window(), now.width());
    var reserved = cursor(now, scale, start);
    var placed = MarkLayout.place(now.marks(), scale, getWidth() - start, this::width, reserved);
    var shown = new ArrayList<Node>();
    for (var mark : placed) {
      double y = ROWS[Math.max(0, mark.row())] * group.textScale();
      shown.add(at(symbols.computeIfAbsent(mark.mark(), MarkStrip::symbol), start + mark.x(), y));
      if (mark.row() >= 0) {
        shown.add(at(texts.computeIfAbsent(mark.mark(), MarkStrip::text), start + mark.left(), y));
      }
    }
    show(shown);
    symbols.keySet().retainAll(now.marks());
    texts.keySet().retainAll(now.marks());
  }

  /// In this order: of marks that lie on one another the later is seen. As time goes on the first
  /// ones go and new ones come last; whatever stays is left in its place.
  private void show(List<Node> nodes) {
    var present = words.getChildren();
    present.retainAll(nodes);
    present.addAll(nodes.stream().filter(node -> !present.contains(node)).toList());
    if (!present.equals(nodes)) {
      present.setAll(nodes);
    }
  }

  /// The strip moves twice a second: its nodes are kept, for new ones would be styled anew.
  private static Node at(Node node, double x, double y) {
    node.setLayoutX(x);
    node.setLayoutY(y);
    return node;
  }

  private double[] cursor(Drawn now, TimeScale scale, double start) {
    boolean inside = now.cursor().isPresent() && now.window().contains(now.cursor().getAsDouble());
    time.setVisible(inside);
    if (!inside) {
      return new double[] {0, 0};
    }
    time.setText(group.wall().cursor(now.cursor().getAsDouble()));
    time.applyCss();
    time.autosize();
    double x = start + scale.x(now.cursor().getAsDouble()) - time.getWidth() / 2;
    double left = Math.clamp(x, 2, Math.max(2, getWidth() - time.getWidth() - 2));
    time.relocate(left, ROWS[1] * group.textScale() - time.getHeight() / 2);
    return new double[] {left - start - 4, left - start + time.getWidth() + 4};
  }

  private double width(String words) {
    if (measuredAt != group.textScale()) {
      measuredAt = group.textScale();
      widths.clear();
    }
    return widths.computeIfAbsent(words, this::measure);
  }

  private double measure(String words) {
    var probe = new Text(words);
    probe.getStyleClass().add("mark-text");
    this.words.getChildren().add(probe);
    probe.applyCss();
    double width = probe.getLayoutBounds().getWidth();
    this.words.getChildren().remove(probe);
    return width;
  }

  private static Node text(Mark mark) {
    var text = new Text(mark.text());
    text.getStyleClass().addAll("mark-text", style(mark.kind()));
    text.setTextOrigin(VPos.CENTER);
    return text;
  }

  static String style(Mark.Kind kind) {
    return "mark-" + kind.name().toLowerCase(Locale.ROOT);
  }

  /// Shapes differ, so that colour is never the only sign.
  private static Node symbol(Mark mark) {
    Shape shape =
        switch (mark.kind()) {
          case BOOT, INFO -> new Circle(2.5);
          case READY -> new Polygon(0, -4, 3.5, 0, 0, 4, -3.5, 0);
          case PAUSE, RESUME -> new Rectangle(-1.5, -4, 3, 8);
          case STOP -> new Rectangle(-3, -3, 6, 6);
          case CRASH -> new Polygon(-4, -3.5, 4, -3.5, 0, 3.5);
        };
    shape.getStyleClass().addAll("mark-symbol", style(mark.kind()));
    return shape;
  }
}
