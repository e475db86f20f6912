// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.guest.FlowRow;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.packet.flow.FlowTrace;
import trilobite.model.packet.flow.FlowTraces;
import trilobite.model.port.Jobs;
import trilobite.ui.chart.Graph;
import trilobite.ui.chart.GraphGroup;
import trilobite.ui.chart.GraphSpec;
import trilobite.ui.chart.Quantity;
import trilobite.ui.chart.TimeAxis;
import trilobite.ui.chart.TimeWindow;
import trilobite.ui.chart.Trace;
import trilobite.ui.chart.Viewport;
import trilobite.ui.chart.WallTime;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;

/// A connection as graphs on one time axis: sequence numbers, throughput, round trips. JavaFX
/// thread; packets are read elsewhere.
final class FlowGraph extends StackPane {

  /// A connection on one host may take less than a millisecond, in ms.
  private static final double LEAST_SPAN = 0.5;

  private final Desk desk;
  private final Label title = new Label();
  private final Label cut = new Label();
  private final ToggleButton out = new ToggleButton("From guest");
  private final ToggleButton in = new ToggleButton("To guest");
  private final GraphGroup group =
      new GraphGroup(new Viewport(new Viewport.Range.Fixed(new TimeWindow(0, 1000)), LEAST_SPAN));
  private final SequencePlot sequence;
  private final Graph throughput;
  private final Graph roundTrips;
  private final TimeAxis axis = new TimeAxis(group);
  private final VBox all = new VBox();
  private Painted painted = new Painted(new TimeWindow(0, 1), OptionalDouble.empty(), 0, 0, 0);
  private double end;
  private long drawn;
  private Optional<PacketStore> store = Optional.empty();
  private Optional<FlowRow> flow = Optional.empty();
  private Optional<Jobs.Running<?>> running = Optional.empty();
  private Optional<Subscription> frames = Optional.empty();

  FlowGraph(Desk desk) {
    this.desk = desk;
    getStyleClass().add("flow-graph");
    getStylesheets()
        .add(Objects.requireNonNull(Graph.class.getResource("chart.css")).toExternalForm());
    sequence = new SequencePlot(desk.look(), group);
    var series = FlowSeries.of(FlowTrace.NOTHING);
    throughput = Graph.full(group, bytes(series));
    roundTrips = Graph.full(group, millis(series));
    throughput.setPrefHeight(96);
    roundTrips.setPrefHeight(96);
    VBox.setVgrow(sequence, Priority.ALWAYS);
    all.getChildren().addAll(bar(), legend(), sequence, throughput, roundTrips, axis);
    group.cursor().bindBidirectional(desk.session().cursor());
    nothing();
  }

  private HBox bar() {
    title.getStyleClass().addAll("tri-mono");
    title.setMinWidth(0);
    cut.getStyleClass().addAll("tri-warn", "tri-small");
    cut.setMinWidth(0);
    var one = new ToggleGroup();
    for (var way : List.of(out, in)) {
      way.setToggleGroup(one);
      way.setMinWidth(USE_PREF_SIZE);
    }
    one.selectToggle(out);
    one.selectedToggleProperty()
        .addListener(
            (_, was, now) -> {
              if (now == null) {
                one.selectToggle(was);
              } else {
                read(true);
              }
            });
    var choice = new HBox(out, in);
    choice.getStyleClass().add("tri-segment");
    choice.setMaxHeight(USE_PREF_SIZE);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var bar =
        new HBox(
            choice,
            title,
            cut,
            space,
            Icons.button("ci-zoom-in", "Zoom in", "+", () -> zoom(0.5)),
            Icons.button("ci-zoom-out", "Zoom out", "−", () -> zoom(2)),
            Icons.button("ci-zoom-reset", "Fit", "0", group::fit));
    bar.getStyleClass().addAll("tri-toolbar", "flow-bar");
    return bar;
  }

  private void zoom(double factor) {
    var window = group.window();
    group.zoom(factor, group.cursor().get().orElse(window.from() + window.span() / 2));
  }

  private static HBox legend() {
    var legend = new HBox();
    legend.getStyleClass().add("flow-legend");
    for (var entry :
        List.of(
            "s1 segment",
            "s3 acknowledged",
            "s5 edge of the window",
            "s6 acknowledged selectively",
            "warn R retransmission, O out of order, Z zero window")) {
      int space = entry.indexOf(' ');
      var swatch = new Region();
      swatch.getStyleClass().addAll("flow-swatch", "flow-" + entry.substring(0, space));
      var label = new Label(entry.substring(space + 1));
      label.getStyleClass().addAll("tri-small", "tri-muted");
      label.setMinWidth(0);
      legend.getChildren().addAll(swatch, label);
    }
    return legend;
  }

  private void nothing() {
    getChildren()
        .setAll(
            Hint.empty(
                "ci-activity",
                "No connection chosen",
                "Choose a TCP packet: its connection's sequence numbers, throughput and round trips"
                    + " appear here."));
  }

  /// Shows a connection, or none.
  void show(Optional<PacketStore> from, Optional<FlowRow> next) {
    boolean other = !next.map(FlowRow::id).equals(flow.map(FlowRow::id)) || !from.equals(store);
    store = from;
    boolean more = !next.map(FlowRow::lastPacket).equals(flow.map(FlowRow::lastPacket));
    flow = next.filter(row -> row.protocol().equals("tcp"));
    if (flow.isEmpty()) {
      nothing();
    } else if (other || more) {
      if (other) {
        // What the other end has to say is usually the shorter half.
        boolean guestTalks = flow.get().txBytes() >= flow.get().rxBytes();
        (guestTalks ? out : in).setSelected(true);
      }
      read(other);
    }
  }

  private void read(boolean fit) {
    if (flow.isEmpty() || store.isEmpty()) {
      return;
    }
    if (running.filter(job -> !job.result().isDone()).isPresent() && !fit) {
      return;
    }
    running.ifPresent(Jobs.Running::cancel);
    var from = store.get();
    var row = flow.get();
    boolean guest = out.isSelected();
    running =
        Optional.of(
            desk.background(
                new Job<>(
                    "Draw connection " + row.id(),
                    _ -> FlowTraces.read(from.log(), row, guest, from.table()::mark)),
                trace -> draw(row, trace, fit),
                error -> cut.setText(String.valueOf(error.getMessage()))));
  }

  private void draw(FlowRow row, FlowTrace trace, boolean fit) {
    title.setText(
        String.format(
            Locale.ROOT,
            trace.fromGuest() ? "%s:%d → %s:%d" : "%3$s:%4$d → %1$s:%2$d",
            row.guest(),
            row.guestPort(),
            row.peer(),
            row.peerPort()));
    cut.setText(trace.cut().orElse(""));
    drawn++;
    sequence.show(trace);
    var series = FlowSeries.of(trace);
    throughput.show(bytes(series));
    roundTrips.show(millis(series));
    double room = Math.max(1, (row.last() - row.first()) * 0.03);
    var whole = new TimeWindow(row.first() - room, row.last() + room);
    end = whole.to();
    if (fit || !group.viewport().zoomed()) {
      group.choose(new Viewport.Range.Fixed(whole));
    }
    if (!getChildren().equals(List.of(all))) {
      getChildren().setAll(all);
    }
  }

  private static GraphSpec bytes(FlowSeries series) {
    return new GraphSpec(
        "flow-throughput",
        "Throughput",
        "new bytes a second",
        Quantity.BYTES_PER_SECOND,
        0,
        List.of(Trace.of("throughput", "bytes/s", series.throughput(), 1, Trace.Style.AREA)),
        value -> Quantity.BYTES_PER_SECOND.text(value.applyAsDouble("throughput")));
  }

  private static GraphSpec millis(FlowSeries series) {
    return new GraphSpec(
        "flow-rtt",
        "Round trip",
        "ms from the relay to the other end and back",
        Quantity.COUNT,
        0,
        List.of(Trace.of("rtt", "ms", series.roundTrips(), 2, Trace.Style.LINE)),
        value -> Quantity.COUNT.text(value.applyAsDouble("rtt")) + " ms");
  }

  /// Repaints while it is in sight.
  void visible(boolean shown) {
    frames.ifPresent(Subscription::close);
    frames = shown ? Optional.of(Fx.follow(this::refresh)) : Optional.empty();
  }

  private boolean refresh() {
    var window = group.window();
    var before = painted;
    var now = new Painted(window, group.cursor().get(), getWidth(), getHeight(), drawn);
    if (now.equals(before)) {
      return false;
    }
    painted = now;
    group.at(end, List.of(), WallTime.SINCE_START, false);
    group.textScale(desk.look().scale().get());
    sequence.refresh();
    throughput.refresh();
    roundTrips.refresh();
    axis.refresh();
    return true;
  }

  /// What the graphs were painted for.
  private record Painted(
      TimeWindow window, OptionalDouble cursor, double width, double height, long drawn) {}

  void close(ObjectProperty<OptionalDouble> cursor) {
    visible(false);
    group.cursor().unbindBidirectional(cursor);
  }

  /// For tests.
  GraphGroup group() {
    return group;
  }

  /// True where what is drawn is what was read last.
  boolean painted() {
    return drawn > 0 && painted.drawn() == drawn;
  }
}
