// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

/// Which stretch of time a group of graphs shows: the newest minutes, the whole run, or a place
/// that someone zoomed or panned to. Pausing freezes the view alone; it touches no guest.
///
/// Plain state for one thread.
public final class Viewport {

  /// The smallest stretch that one can usually zoom into, in ms.
  public static final double LEAST = 20;

  private static final double MOST = 30L * 24 * 3600 * 1000;

  private final double least;
  private Range range;
  private Range shown;
  private boolean paused;
  private double frozen;

  /// What is shown while nobody zooms.
  public sealed interface Range {
    /// The newest `millis` ms.
    record Newest(double millis) implements Range {}

    /// Everything since the start.
    record WholeRun() implements Range {}

    /// One place; the view does not follow the time.
    record Fixed(TimeWindow window) implements Range {}
  }

  public Viewport(Range range) {
    this(range, LEAST);
  }

  /// @param least the smallest stretch that one can zoom into, in ms
  public Viewport(Range range, double least) {
    this.least = least;
    this.range = range;
    this.shown = range;
  }

  /// The range to which [#fit()] returns.
  public Range range() {
    return range;
  }

  /// The range in view, which a zoom or a pan makes another than [#range()].
  public Range shown() {
    return shown;
  }

  /// Chooses a range, leaves any zoom and goes on from a pause.
  public void choose(Range chosen) {
    range = chosen;
    shown = chosen;
    paused = false;
  }

  /// Back to the chosen range; a pause stays.
  public void fit() {
    shown = range;
  }

  /// True where someone zoomed or panned away from the chosen range.
  public boolean zoomed() {
    return !shown.equals(range);
  }

  /// True where the window moves on with the time.
  public boolean follows() {
    return !paused && !(shown instanceof Range.Fixed);
  }

  public boolean paused() {
    return paused;
  }

  /// Freezes the view at `now`.
  public void pause(double now) {
    paused = true;
    frozen = now;
  }

  public void resume() {
    paused = false;
  }

  /// What to show at the run time `now`.
  public TimeWindow window(double now) {
    double end = paused ? frozen : now;
    return switch (shown) {
      case Range.Newest(double millis) -> new TimeWindow(end - millis, end);
      case Range.WholeRun() -> new TimeWindow(0, Math.max(end, 1_000));
      case Range.Fixed(TimeWindow window) -> window;
    };
  }

  /// Shows `factor` of the present span (less than 1 zooms in) and keeps `anchor` in its place. A
  /// view that follows and is zoomed at its newest edge goes on following.
  public void zoom(double factor, double anchor, double now) {
    var window = window(now);
    double span = Math.clamp(window.span() * factor, least, MOST);
    boolean atNewest = anchor >= window.to();
    shown =
        atNewest && follows()
            ? new Range.Newest(span)
            : new Range.Fixed(window.around(Math.min(anchor, window.to()), span));
  }

  /// Moves the view by `millis`; one that reaches the newest edge follows again.
  public void pan(double millis, double now) {
    var window = window(now);
    double end = paused ? frozen : now;
    // Half a window of emptiness before the run is enough to see that nothing is there.
    double earliest = Math.min(window.from(), -window.span() / 2);
    var moved = window.moved(Math.max(millis, earliest - window.from()));
    shown = moved.to() >= end ? new Range.Newest(window.span()) : new Range.Fixed(moved);
  }

  /// Shows exactly this window.
  public void show(TimeWindow window) {
    double span = Math.clamp(window.span(), least, MOST);
    shown = new Range.Fixed(new TimeWindow(window.from(), window.from() + span));
  }
}
