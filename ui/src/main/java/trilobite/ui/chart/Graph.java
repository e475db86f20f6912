// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.OptionalDouble;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// One graph of a column: title, present value, legend and plot. It shows what [#show] was last
/// given and repaints in [#refresh], which its owner calls at frame rate. JavaFX thread only.
public final class Graph extends VBox {

  private final GraphGroup group;
  private final boolean mini;
  private final Plot plot;
  private final Label title = label("graph-title");
  private final Label subtitle = label("graph-subtitle");
  private final Label headline = label("graph-headline");
  private final Label notice = label("graph-notice");
  private final Label note = label("graph-note");
  private final Legend legend = new Legend();

  /// At the lower edge. A second fill behind the first would say the same, but JavaFX draws regions
  /// with two fills by way of an image, which took half of what a graph at rest costs.
  private final Region line = new Region();

  private final Tooltip exact = new Tooltip();
  private final Tooltip source = new Tooltip();
  private GraphSpec spec;

  /// A full graph.
  public static Graph full(GraphGroup group, GraphSpec spec) {
    return new Graph(group, spec, false);
  }

  /// A sparkline with its title and value above it.
  public static Graph mini(GraphGroup group, GraphSpec spec) {
    return new Graph(group, spec, true);
  }

  /// A graph of what is not there: title and plot only.
  public static Graph ghost(GraphGroup group, GraphSpec spec, boolean mini) {
    var graph = new Graph(group, spec, mini);
    graph.legend.setVisible(false);
    graph.legend.setManaged(false);
    graph.pseudoClassStateChanged(PseudoClass.getPseudoClass("ghost"), true);
    return graph;
  }

  private Graph(GraphGroup group, GraphSpec spec, boolean mini) {
    this.group = group;
    this.spec = spec;
    this.mini = mini;
    this.plot = new Plot(group, !mini);
    getStyleClass()
        .addAll("graph", mini ? "graph-mini" : "graph-full", "tri-focusable", "tri-inset");
    setId("graph-" + spec.id());
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    notice.setWrapText(true);
    note.managedProperty().bind(note.visibleProperty());
    note.setVisible(false);
    notice.setMouseTransparent(true);
    notice.setMaxWidth(USE_PREF_SIZE);
    notice.setVisible(false);
    var ground = new StackPane(plot, notice);
    VBox.setVgrow(ground, Priority.ALWAYS);
    line.getStyleClass().add("graph-line");
    line.setManaged(false);
    getChildren().add(line);
    build(ground);
    TimeGestures.install(group, plot);
    TimeKeys.install(this, group, () -> this.spec.series());
    for (var label : new Label[] {title, subtitle, headline}) {
      label.setTooltip(source);
    }
    exact.setShowDelay(Duration.millis(350));
    exact.getStyleClass().add("graph-exact");
    Tooltip.install(plot, exact);
    show(spec);
  }

  private static Label label(String style) {
    var label = new Label();
    label.getStyleClass().add(style);
    return label;
  }

  private void build(StackPane ground) {
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    headline.setMinWidth(Region.USE_PREF_SIZE);
    title.setMinWidth(Region.USE_PREF_SIZE);
    if (mini) {
      var head = new HBox(title, space, headline);
      head.getStyleClass().add("graph-head");
      getChildren().addAll(head, subtitle, ground);
    } else {
      var head = new HBox(title, subtitle, space, headline);
      head.getStyleClass().add("graph-head");
      getChildren().addAll(head, legend, note, ground);
    }
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    line.resizeRelocate(0, getHeight() - 1, getWidth(), 1);
  }

  public GraphSpec spec() {
    return spec;
  }

  /// What to draw from the next refresh on.
  public void show(GraphSpec next) {
    spec = next;
    title.setText(next.title());
    subtitle.setText(next.subtitle());
  }

  /// Words over the plot, such as why there is nothing to draw; empty for none.
  public void notice(String text) {
    notice.setText(text);
    notice.setVisible(!text.isEmpty());
  }

  /// A line under the legend, such as why one series of several is missing; empty for none.
  public void note(String text) {
    if (!note.getText().equals(text)) {
      note.setText(text);
      note.setTooltip(new Tooltip(text));
      note.setVisible(!text.isEmpty());
    }
  }

  /// What hovering over the title tells: where the numbers come from and what they cost.
  public void provenance(String text) {
    if (!source.getText().equals(text)) {
      source.setText(text);
      setAccessibleHelp(text);
    }
  }

  /// Takes in the group's present window and cursor.
  public void refresh() {
    plot.refresh(spec);
    var cursor = group.cursor().get();
    var text = spec.headline().text(id -> value(id, cursor));
    if (!headline.getText().equals(text)) {
      headline.setText(text);
      setAccessibleText(spec.title() + " " + text + ", " + spec.subtitle());
    }
    if (!mini) {
      legend.show(spec, cursor);
    }
    if (exact.isShowing() || cursor.isPresent()) {
      exact.setText(ExactValues.text(spec, cursor.orElse(group.now()), group.wall()));
    }
  }

  /// True where a trace's newest value lies a tenth of the height or more from what was drawn last,
  /// or cannot be compared with it.
  public boolean moved() {
    return plot.moved(spec);
  }

  private double value(String id, OptionalDouble cursor) {
    return spec.traces().stream()
        .filter(trace -> trace.id().equals(id))
        .mapToDouble(trace -> Values.shown(trace.series(), cursor))
        .findFirst()
        .orElse(Double.NaN);
  }

  /// The plot alone, for tests that point at it.
  Plot plot() {
    return plot;
  }
}
