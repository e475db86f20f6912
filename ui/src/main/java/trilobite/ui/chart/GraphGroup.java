// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import trilobite.model.time.Mark;

/// What graphs share: one time axis, one crosshair, one selection and the marks of the run. JavaFX
/// thread only.
public final class GraphGroup {

  private static final double LABEL = 54;

  private final Viewport viewport;
  private final ObjectProperty<OptionalDouble> cursor =
      new SimpleObjectProperty<>(this, "cursor", OptionalDouble.empty());
  private final ObjectProperty<Optional<TimeWindow>> selection =
      new SimpleObjectProperty<>(this, "selection", Optional.empty());
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes", 0);
  private List<Mark> marks = List.of();
  private WallTime wall = WallTime.SINCE_START;
  private double now;
  private double textScale = 1;
  private boolean live;

  public GraphGroup(Viewport viewport) {
    this.viewport = viewport;
  }

  public ObjectProperty<OptionalDouble> cursor() {
    return cursor;
  }

  public ObjectProperty<Optional<TimeWindow>> selection() {
    return selection;
  }

  /// Counts changes of the viewport that a person made.
  public ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }

  public Viewport viewport() {
    return viewport;
  }

  public TimeWindow window() {
    return viewport.window(now);
  }

  public double now() {
    return now;
  }

  public List<Mark> marks() {
    return marks;
  }

  /// Writes run times; counts from the start of the run where the time of day is not known.
  public WallTime wall() {
    return wall;
  }

  /// How much larger text is than at UI scale 1: margins that hold words grow with it.
  public double textScale() {
    return textScale;
  }

  public void textScale(double scale) {
    textScale = scale;
  }

  /// Around the curves of every labelled graph of the group.
  public Insets insets() {
    return PlotLayout.labelled(textScale);
  }

  /// True where the newest edge is the present moment.
  public boolean showsNow() {
    return live && viewport.follows();
  }

  /// Takes in the present moment of the run; once a frame, before graphs refresh.
  ///
  /// @param goesOn false for a run that has ended
  public void at(double runTime, List<Mark> runMarks, WallTime clock, boolean goesOn) {
    live = goesOn;
    now = runTime;
    marks = List.copyOf(runMarks);
    wall = clock;
  }

  public void choose(Viewport.Range range) {
    viewport.choose(range);
    touched();
  }

  public void zoom(double factor, double anchor) {
    viewport.zoom(factor, anchor, now);
    touched();
  }

  public void pan(double millis) {
    viewport.pan(millis, now);
    touched();
  }

  public void fit() {
    viewport.fit();
    touched();
  }

  /// Freezes or releases the view; the guest is not touched.
  public void pauseOrResume() {
    if (viewport.paused()) {
      viewport.resume();
    } else {
      viewport.pause(now);
    }
    touched();
  }

  /// Zooms to the selection and gives it up.
  public void zoomToSelection() {
    selection.get().ifPresent(viewport::show);
    selection.set(Optional.empty());
    touched();
  }

  /// Ticks of the common axis on a plot of this width.
  public TimeTicks ticks(TimeWindow window, double width) {
    return TimeTicks.of(new TimeScale(window, Math.max(1, width)), wall, LABEL * textScale);
  }

  private void touched() {
    changes.set(changes.get() + 1);
  }

  List<Mark> marksIn(TimeWindow window) {
    var found = new ArrayList<Mark>();
    for (var mark : marks) {
      if (window.contains(mark.t())) {
        found.add(mark);
      }
    }
    return found;
  }
}
