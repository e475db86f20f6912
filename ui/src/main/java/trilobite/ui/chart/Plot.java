// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.geometry.Insets;
import javafx.stage.Window;
import trilobite.model.time.Mark;

/// The drawing area of a graph: pixels, the labels of its lines and the crosshair over both.
/// Redraws only what changed: asking it at frame rate costs nothing while neither data nor view
/// moves.
final class Plot extends TimePane {

  private static final double MERGE = 12;

  /// Of the height: what a curve wobbles by from one sample to the next under steady load.
  private static final double WOBBLE = 0.1;

  private final GraphGroup group;
  private final boolean labelled;
  private final PlotImage image = new PlotImage();
  private final SpanCache cache = new SpanCache();
  private final PaletteProbe probe = new PaletteProbe(this::recolour);
  private final AxisLabels labels = new AxisLabels();
  private final DropLabels drops = new DropLabels();
  private final Crosshair crosshair;
  private Optional<GraphSpec> shown = Optional.empty();
  private Optional<Key> painted = Optional.empty();
  private Optional<Frame> frame = Optional.empty();
  private Optional<Pointed> pointed = Optional.empty();
  private List<Double> newest = List.of();
  private long colours;

  /// What the overlay depends on.
  private record Pointed(
      Key painted, OptionalDouble cursor, Optional<TimeWindow> selection, double width) {}

  /// What a painted image depends on.
  private record Key(
      GraphSpec spec,
      TimeWindow window,
      long versions,
      int columns,
      double height,
      double scale,
      double textScale,
      long colours,
      List<Mark> marks) {}

  /// @param labelled false for a bare sparkline
  Plot(GraphGroup group, boolean labelled) {
    super(group);
    this.group = group;
    this.labelled = labelled;
    this.crosshair = new Crosshair(group);
    getStyleClass().add("plot");
    getChildren().addAll(probe, image, labels, drops, crosshair);
    setMinHeight(24);
  }

  @Override
  protected Insets frameInsets() {
    return labelled ? group.insets() : PlotLayout.BARE;
  }

  Optional<Frame> frame() {
    return frame;
  }

  private void recolour() {
    colours++;
    requestLayout();
  }

  /// What has another size or other colours is painted anew before it is shown: the next look at
  /// the data may be a second away.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    shown.ifPresent(this::refresh);
  }

  private double deviceScale() {
    var scene = getScene();
    Window window = scene == null ? null : scene.getWindow();
    return window == null ? 1 : Math.max(1, window.getOutputScaleX());
  }

  /// Paints anew if anything changed since the last time.
  void refresh(GraphSpec spec) {
    shown = Optional.of(spec);
    if (getWidth() < 8 || getHeight() < 8) {
      return;
    }
    double scale = deviceScale();
    image.size(plotWidth(), plotHeight(), scale);
    image.relocate(frameInsets().getLeft(), frameInsets().getTop());
    var window = group.window().aligned(image.columns());
    long versions = 0;
    for (var trace : spec.traces()) {
      versions += trace.series().version();
    }
    var marks = group.marksIn(window);
    var key =
        new Key(
            spec,
            window,
            versions,
            image.columns(),
            plotHeight(),
            scale,
            group.textScale(),
            colours,
            marks);
    if (!painted.equals(Optional.of(key))) {
      painted = Optional.of(key);
      paint(key);
    }
    var now = new Pointed(key, group.cursor().get(), group.selection().get(), plotWidth());
    if (!pointed.equals(Optional.of(now))) {
      pointed = Optional.of(now);
      crosshair.place(spec, frame, frameInsets(), plotWidth(), plotHeight());
    }
  }

  /// True where a curve's newest value is far from what was painted last.
  boolean moved(GraphSpec spec) {
    var now = newest(spec);
    if (frame.isEmpty() || now.size() != newest.size()) {
      return true;
    }
    var axis = frame.get().axis();
    for (int i = 0; i < now.size(); i++) {
      double before = newest.get(i);
      double after = now.get(i);
      boolean near =
          Double.compare(before, after) == 0
              || (spec.traces().get(i).drawn()
                  && Math.abs(axis.share(after) - axis.share(before)) < WOBBLE);
      if (!near) {
        return true;
      }
    }
    return false;
  }

  private static List<Double> newest(GraphSpec spec) {
    return spec.traces().stream()
        .map(trace -> Values.shown(trace.series(), OptionalDouble.empty()))
        .toList();
  }

  private void paint(Key key) {
    newest = newest(key.spec());
    int lines = plotHeight() > 130 * key.textScale() ? 4 : 2;
    double merge = MERGE * key.scale() * key.textScale();
    var next = Frame.of(key.spec(), key.window(), key.columns(), lines, merge, cache);
    frame = Optional.of(next);
    var ticks = labelled ? group.ticks(key.window(), plotWidth()).at() : List.<Double>of();
    image.paint(new Painter(probe.palette(), key.scale()), next, ticks, key.marks());
    if (labelled) {
      labels.show(key.spec(), next, frameInsets(), plotWidth(), plotHeight(), key.textScale());
      drops.show(next, frameInsets(), plotWidth(), key.textScale());
    }
  }
}
