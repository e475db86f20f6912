// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.WaitGraph;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;

/// What is known of the chosen thread: its figures, the lock it waits for with owner and waiters,
/// whom it holds up, and the deadlock it is in. Built anew only when something of it changed.
final class ThreadDetail extends VBox {

  private final LongConsumer go;
  private final Optional<LongConsumer> sockets;
  private final Label name = new Label();
  private final Label number = new Label();
  private final VBox body = new VBox();
  private final StackPart stack;
  private final WatchPart watch;
  private final VBox above = new VBox();
  private final VBox below = new VBox();
  private Optional<Shown> shown = Optional.empty();

  private record Shown(ThreadRow row, List<Long> waiters, Optional<List<Long>> cycle) {}

  /// @param go shows the thread of that number
  /// @param sockets shows the connections of that thread; none where no panel does
  ThreadDetail(LongConsumer go, Optional<LongConsumer> sockets, StackPart stack, WatchPart watch) {
    this.go = go;
    this.sockets = sockets;
    this.stack = stack;
    this.watch = watch;
    getStyleClass().addAll("tri-panel", "thread-detail");
    name.getStyleClass().add("tri-name");
    number.getStyleClass().addAll("tri-muted", "tri-small");
    name.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var copy = Icons.button("ci-copy", "Copy the backtrace, as gdb prints it", "", this::copy);
    copy.setId("copy-backtrace");
    copy.disableProperty().bind(stack.shown().map(Optional::isEmpty));
    var head = new HBox(name, number, space, copy);
    head.getStyleClass().addAll("tri-header", "thread-head");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    body.getStyleClass().add("thread-facts");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
    show(Optional.empty(), WaitGraph.NONE);
  }

  void show(Optional<ThreadRow> chosen, WaitGraph graph) {
    var next = chosen.map(row -> new Shown(row, graph.waitersOf(row.id()), graph.cycle(row.id())));
    if (next.equals(shown) && !body.getChildren().isEmpty()) {
      return;
    }
    shown = next;
    watch.choose(chosen);
    if (chosen.isEmpty()) {
      name.setText("No thread chosen");
      number.setText("");
      body.getChildren()
          .setAll(
              Hint.empty("ci-parent-child", "Choose a thread", "What it waits for appears here."));
      return;
    }
    var row = chosen.get();
    name.setText(GuestText.visible(graph.name(row.id())));
    number.setText("thread " + row.id() + ", backtrace");
    // What has buttons stays in its place while figures change: one may be under a press.
    if (!body.getChildren().contains(stack)) {
      body.getChildren().setAll(above, stack, heading("Where it is over time"), watch, below);
    }
    above.getChildren().clear();
    below.getChildren().clear();
    graph.cycle(row.id()).ifPresent(cycle -> above.getChildren().add(deadlock(cycle, graph)));
    if (row.waitsFor().isPresent()) {
      below.getChildren().addAll(heading("What it waits for"), lock(row, graph));
    }
    if (!graph.waitersOf(row.id()).isEmpty()) {
      var held = grid();
      add(held, "waiters", names(graph.waitersOf(row.id()), graph));
      below.getChildren().addAll(heading("Holds up"), held);
    }
    below.getChildren().addAll(heading("Thread"), facts(row));
  }

  private void copy() {
    stack
        .shown()
        .get()
        .ifPresent(
            trace -> {
              var content = new ClipboardContent();
              content.putString(GuestText.visible(trace.text()));
              Clipboard.getSystemClipboard().setContent(content);
            });
  }

  private static Node heading(String words) {
    var heading = new Label(words);
    heading.getStyleClass().add("thread-section");
    heading.setMaxWidth(Double.MAX_VALUE);
    return heading;
  }

  private GridPane facts(ThreadRow row) {
    var facts = grid();
    add(facts, "state", text(ThreadsModel.state(row)));
    if (row.cpu().isPresent()) {
      add(facts, "CPU", mono(String.format(Locale.ROOT, "%.1f %%", row.cpu().getAsDouble())));
    }
    if (row.runTime().isPresent()) {
      add(facts, "run time", mono(ThreadsModel.seconds(row) + " s"));
    }
    if (row.switchRate().isPresent()) {
      add(facts, "switches", mono(ThreadsModel.rate(row.switchRate().getAsDouble()) + "/s"));
    }
    if (row.vcpu().isPresent()) {
      add(facts, "on vCPU", mono(Long.toString(row.vcpu().getAsLong())));
    }
    if (row.stackSize().isPresent()) {
      add(facts, "stack", mono(ThreadsModel.stack(row) + " KiB"));
    }
    if (row.stackPeak().isPresent()) {
      add(
          facts,
          "peak",
          mono(String.format(Locale.ROOT, "%.1f KiB", row.stackPeak().getAsLong() / 1024.0)));
    }
    row.top().ifPresent(top -> add(facts, "goes on in", mono(GuestText.visible(top))));
    add(facts, "record", mono(String.format("0x%x", row.address())));
    sockets.ifPresent(
        show -> {
          var link = new Hyperlink("Show them");
          link.setId("thread-sockets");
          link.setOnAction(_ -> show.accept(row.id()));
          add(facts, "sockets", link);
        });
    return facts;
  }

  private GridPane lock(ThreadRow row, WaitGraph graph) {
    var lock = grid();
    var awaited = ThreadsModel.awaited(row).orElseThrow();
    add(lock, awaited.kind().isEmpty() ? "waits for" : awaited.kind(), mono(awaited.name()));
    if (row.holderId().isPresent()) {
      long holder = row.holderId().getAsLong();
      add(lock, "owner", names(List.of(holder), graph));
      var others =
          graph.waitersOf(holder).stream()
              .filter(id -> graph.waitsFor(id).equals(row.waitsFor()))
              .toList();
      add(lock, "waiters", names(others, graph));
      if (row.held().isPresent()) {
        add(lock, "held for", mono("≥ " + ThreadsModel.span(row.held().getAsLong())));
      }
    } else {
      add(lock, "owner", text("nobody that the kernel names"));
    }
    if (row.waited().isPresent()) {
      add(lock, "waited", mono(ThreadsModel.span(row.waited().getAsLong())));
    }
    return lock;
  }

  private Node deadlock(List<Long> cycle, WaitGraph graph) {
    var words =
        new Label(
            "Deadlock: each waits for the next and none can go on. "
                + GuestText.visible(graph.words(cycle)));
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words.getStyleClass().addAll("tri-banner", "tri-bad", "thread-deadlock");
    words.setMaxWidth(Double.MAX_VALUE);
    return words;
  }

  private static GridPane grid() {
    var grid = new GridPane();
    grid.getStyleClass().add("thread-grid");
    var names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    var values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    return grid;
  }

  private static void add(GridPane grid, String name, Node value) {
    var label = new Label(name);
    label.getStyleClass().add("tri-muted");
    grid.addRow(grid.getRowCount(), label, value);
  }

  private static Label text(String words) {
    var label = new Label(words);
    label.setMinWidth(0);
    return label;
  }

  private static Label mono(String words) {
    var label = text(words);
    label.getStyleClass().add("tri-mono");
    return label;
  }

  private Node names(List<Long> ids, WaitGraph graph) {
    var names = new FlowPane();
    names.getStyleClass().add("thread-names");
    for (var id : ids.stream().limit(20).toList()) {
      var link = text(GuestText.visible(graph.name(id)));
      link.getStyleClass().add("tri-link");
      link.setOnMouseClicked(_ -> go.accept(id));
      names.getChildren().add(link);
    }
    if (ids.size() > 20) {
      names.getChildren().add(text("and " + (ids.size() - 20) + " more"));
    }
    return names;
  }
}
