// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import trilobite.model.guest.PacketRow;
import trilobite.model.packet.PacketLog;
import trilobite.model.packet.filter.PacketFilter;
import trilobite.model.packet.flow.PacketTable;
import trilobite.ui.panel.Look;
import trilobite.ui.theme.Theme;

/// Measures the frames of the packet list, as the panel has it, over a capture of any size:
/// scrolled by a few rows a frame, swept from end to end, and thrown to places at random. Rows are
/// read from the capture while it moves, as in the panel.
public final class ScrollBench extends AnimationTimer {

  private static final int WIDTH = 1400;
  private static final int HEIGHT = 900;
  private static final double WARM_UP = 2;

  private final CompletableFuture<Result> result = new CompletableFuture<>();
  private final Random random = new Random(1);
  private final List<Frame> frames = new ArrayList<>();
  private final PacketStore store;
  private final double seconds;
  private final RowCache cache = new RowCache(this::load);
  private final PacketSheet sheet;
  private final long count;
  private Stage stage;
  private boolean missing;
  private long unread;
  private long first;
  private long before;
  private Own ownBefore = new Own(0, 0);

  /// From one frame to the next, in ms.
  ///
  /// @param work processor time of the JavaFX thread
  /// @param waited while that thread could have gone on and others had the processors: a busy
  ///   machine makes frames late, but not dear
  public record Frame(double millis, double work, double waited) {}

  /// What was measured.
  ///
  /// @param frames by their length, ascending
  /// @param unread frames in which a row was not there yet
  public record Result(List<Frame> frames, long unread) {
    public Frame longest() {
      return frames.getLast();
    }

    public double at(double share) {
      return frames.get((int) Math.min(frames.size() - 1.0, share * frames.size())).millis();
    }

    public double work() {
      return frames.stream().mapToDouble(Frame::work).max().orElseThrow();
    }

    public long over(double millis) {
      return frames.stream().filter(frame -> frame.millis() > millis).count();
    }
  }

  private ScrollBench(PacketStore store, long count, double seconds) {
    this.store = store;
    this.count = count;
    this.seconds = seconds;
    this.sheet = new PacketSheet(look(), this::row, (_, _) -> {});
  }

  /// Measures on the platform's screen; blocks.
  ///
  /// @param seconds of each of the three ways to move
  public static Result measure(PacketLog log, double seconds) throws Exception {
    var store = new PacketStore(new PacketTable(log), PacketFilter.ALL);
    var seen = store.look(0);
    while (seen.behind() > 0) {
      seen = store.look(0);
    }
    long count = seen.count();
    var made = new CompletableFuture<ScrollBench>();
    Platform.startup(
        () -> {
          var bench = new ScrollBench(store, count, seconds);
          bench.open();
          made.complete(bench);
        });
    return made.get().result.get();
  }

  /// Looks as the window does when it is new.
  private record Plain(
      ObjectProperty<Choice> choice,
      ReadOnlyObjectProperty<Theme> theme,
      DoubleProperty scale,
      BooleanProperty reduceMotion,
      BooleanProperty highContrast)
      implements Look {}

  private static Look look() {
    return new Plain(
        new SimpleObjectProperty<>(Look.Choice.DARK),
        new SimpleObjectProperty<>(Theme.DARK),
        new SimpleDoubleProperty(1),
        new SimpleBooleanProperty(),
        new SimpleBooleanProperty());
  }

  private Optional<PacketRow> row(long index) {
    var row = cache.row(index);
    missing |= row.isEmpty();
    return row;
  }

  private void load(long page) {
    Thread.startVirtualThread(
        () -> {
          var rows = store.rows(page * RowCache.PAGE, RowCache.PAGE);
          Platform.runLater(
              () -> {
                cache.put(page, rows);
                sheet.draw();
              });
        });
  }

  private void open() {
    var scene = new Scene(new StackPane(sheet), WIDTH, HEIGHT);
    Theme.DARK.apply(scene, 1);
    stage = new Stage();
    stage.setScene(scene);
    stage.show();
    sheet.follow().set(false);
    sheet.show(count);
    start();
  }

  /// Nanoseconds that this thread was on a processor, and that it waited for one: the first two
  /// numbers of its schedstat (kernel, Documentation/scheduler/sched-stats.rst).
  private record Own(long worked, long waited) {

    static Own now() {
      try {
        var told = Files.readString(Path.of("/proc/thread-self/schedstat")).split(" ", 3);
        return new Own(Long.parseLong(told[0]), Long.parseLong(told[1]));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void handle(long now) {
    if (first == 0) {
      first = now;
    }
    double elapsed = (now - first) / 1e9 - WARM_UP;
    var own = Own.now();
    if (elapsed > 0 && before != 0) {
      frames.add(
          new Frame(
              (now - before) / 1e6,
              (own.worked() - ownBefore.worked()) / 1e6,
              (own.waited() - ownBefore.waited()) / 1e6));
      unread += missing ? 1 : 0;
    }
    missing = false;
    before = now;
    ownBefore = own;
    move(Math.max(0, elapsed) / seconds);
    if (elapsed > 3 * seconds) {
      stop();
      stage.close();
      result.complete(
          new Result(
              frames.stream().sorted(Comparator.comparingDouble(Frame::millis)).toList(), unread));
    }
  }

  /// @param turn which way of moving, and how far through it
  private void move(double turn) {
    var bar = (ScrollBar) sheet.lookup(".scroll-bar");
    double share = turn % 1;
    double most = bar.getMax();
    bar.setValue(
        turn < 1
            ? Math.min(most, bar.getValue() + 3)
            : turn < 2 ? most * share : random.nextDouble(most));
  }
}
