// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import trilobite.model.time.SeriesInfo;
import trilobite.model.time.Timeline;
import trilobite.ui.theme.Theme;

/// Measures how often a second a graph of 8 series with 60 s at 1 kHz each is drawn anew while it
/// follows the time. Prints one JSON object a repetition: frames a second, ms between frames, and
/// ms of reading and painting within each. JavaFX draws at most 60 frames a second, so that is the
/// most that can be seen.
///
/// Start it on the test class path, with the seconds to measure and the number of repetitions;
/// needs a screen or JavaFX's headless platform.
public final class GraphBench extends AnimationTimer {

  private static final int SERIES = 8;
  private static final double MINUTE = 60_000;
  private static final int WIDTH = 1180;
  private static final int HEIGHT = 640;
  private static final double WARM_UP_SECONDS = 3;

  private final List<Timeline> lines = new ArrayList<>();
  private final GraphGroup group = new GraphGroup(new Viewport(new Viewport.Range.Newest(MINUTE)));
  private final SplittableRandom random = new SplittableRandom(1);
  private final Graph graph;
  private final double seconds;
  private final List<Double> frames = new ArrayList<>();
  private final List<Double> work = new ArrayList<>();
  private long first;
  private double measuredFrom = WARM_UP_SECONDS;
  private long before;
  private double t;

  private int repetitions;

  private GraphBench(double seconds, int repetitions) {
    this.seconds = seconds;
    this.repetitions = repetitions;
    var traces = new ArrayList<Trace>();
    for (int i = 0; i < SERIES; i++) {
      var line = new Timeline(new SeriesInfo("s" + i, "series " + i, "packets", false));
      lines.add(line);
      traces.add(Trace.of("s" + i, "series " + i, line, i % 8, Trace.Style.LINE));
    }
    grow(MINUTE);
    graph =
        Graph.full(
            group,
            new GraphSpec("bench", "Bench", "", Quantity.COUNT, 0, traces, value -> "moving"));
  }

  public static void main(String[] args) {
    double seconds = args.length > 0 ? Double.parseDouble(args[0]) : 10;
    int repetitions = args.length > 1 ? Integer.parseInt(args[1]) : 1;
    Platform.startup(() -> new GraphBench(seconds, repetitions).open());
  }

  private void open() {
    var scene = new Scene(new StackPane(graph), WIDTH, HEIGHT);
    Theme.DARK.apply(scene, 1);
    scene.getStylesheets().add(Graph.class.getResource("chart.css").toExternalForm());
    var stage = new Stage();
    stage.setScene(scene);
    stage.show();
    start();
  }

  /// A millisecond has one sample of each series.
  private void grow(double until) {
    for (; t < until; t++) {
      for (int i = 0; i < SERIES; i++) {
        lines.get(i).add(t, 100 * (i + 1) + 60 * Math.sin(t / 700 + i) + random.nextDouble(40));
      }
    }
  }

  @Override
  public void handle(long now) {
    if (first == 0) {
      first = now;
    }
    grow(MINUTE + (now - first) / 1e6);
    long start = System.nanoTime();
    group.at(t, List.of(), new WallTime(Instant.EPOCH, ZoneOffset.UTC), true);
    graph.refresh();
    long end = System.nanoTime();
    double elapsed = (now - first) / 1e9;
    if (elapsed > measuredFrom && before != 0) {
      frames.add((now - before) / 1e6);
      work.add((end - start) / 1e6);
    }
    before = now;
    if (elapsed > measuredFrom + seconds) {
      report();
      frames.clear();
      work.clear();
      measuredFrom = elapsed;
      if (--repetitions == 0) {
        stop();
        Platform.exit();
      }
    }
  }

  private void report() {
    var intervals = sorted(frames);
    var drawing = sorted(work);
    double total = Arrays.stream(intervals).sum();
    System.out.printf(
        Locale.ROOT,
        "{\"bench\":\"graph\",\"series\":%d,\"samples\":%.0f,\"width\":%d,\"height\":%d,\"frames\":%d,"
            + "\"framesPerSecond\":%.2f,\"frameMsMedian\":%.2f,\"frameMsP99\":%.2f,"
            + "\"longestFrameMs\":%.2f,\"drawMsMedian\":%.3f,\"drawMsP99\":%.3f}%n",
        SERIES,
        SERIES * MINUTE,
        WIDTH,
        HEIGHT,
        intervals.length,
        intervals.length / total * 1000,
        at(intervals, 0.5),
        at(intervals, 0.99),
        at(intervals, 1),
        at(drawing, 0.5),
        at(drawing, 0.99));
  }

  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1.0, share * sorted.length)];
  }
}
