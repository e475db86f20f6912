// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// Names, colours and present values of a graph's traces, in stacking order.
final class Legend extends FlowPane {

  private final List<Label> values = new ArrayList<>();
  private List<Trace> shown = List.of();

  Legend() {
    getStyleClass().add("graph-legend");
  }

  void show(GraphSpec spec, OptionalDouble cursor) {
    if (!shown.equals(spec.traces())) {
      rebuild(spec);
    }
    double scale =
        spec.traces().stream()
            .mapToDouble(trace -> Values.shown(trace.series(), cursor))
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    for (int i = 0; i < shown.size(); i++) {
      var text = text(spec, shown.get(i), cursor, scale);
      if (!values.get(i).getText().equals(text)) {
        values.get(i).setText(text);
      }
    }
  }

  private static String text(GraphSpec spec, Trace trace, OptionalDouble cursor, double scale) {
    double value = Values.shown(trace.series(), cursor);
    if (!trace.drawn()) {
      return Quantity.COUNT.text(value);
    }
    if (trace.style() == Trace.Style.LIMIT) {
      return spec.quantity().tick(value, scale);
    }
    var own = spec.quantity().bare(value, scale);
    var unit = spec.quantity() == Quantity.PER_SECOND ? spec.quantity().prefix(scale) : "";
    return trace
        .companion()
        .map(other -> other.quantity().text(Values.shown(other.series(), cursor)))
        .map(second -> own + unit + "  " + second)
        .orElse(own + unit);
  }

  private void rebuild(GraphSpec spec) {
    shown = spec.traces();
    values.clear();
    getChildren().clear();
    for (var trace : shown) {
      var swatch = new Region();
      swatch.getStyleClass().addAll("swatch", style(trace), "series-" + trace.colour());
      var title = new Label(trace.title());
      title.getStyleClass().add("graph-legend-title");
      var value = new Label();
      value.getStyleClass().add("graph-legend-value");
      values.add(value);
      var entry = new HBox(swatch, title, value);
      entry.getStyleClass().add("graph-legend-entry");
      getChildren().add(entry);
    }
  }

  private static String style(Trace trace) {
    return switch (trace.style()) {
      case LIMIT, GHOST -> "swatch-limit";
      case EVENTS -> "swatch-drop";
      case LINE, AREA, STACKED, BARS -> "swatch-series";
    };
  }
}
