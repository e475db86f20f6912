// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.ui.control.Bar;
import trilobite.ui.grid.CellView;

/// What the panel's columns draw.
final class Cells {

  private Cells() {}

  private static HBox line(Node... parts) {
    var line = new HBox(parts);
    line.getStyleClass().add("thread-cell");
    return line;
  }

  private static Label label(String... classes) {
    var label = new Label();
    label.getStyleClass().addAll(classes);
    label.setMinWidth(0);
    return label;
  }

  /// Its name, to be found at a glance.
  static final class Name implements CellView<ThreadRow> {
    private final Label name = label("thread-name");

    @Override
    public Node node() {
      return name;
    }

    @Override
    public void show(ThreadRow row) {
      name.setText(GuestText.visible(row.name()));
    }
  }

  /// A shape of its own for each kind, and the kernel's word.
  static final class State implements CellView<ThreadRow> {
    private final Region shape = new Region();
    private final Label word = label();
    private final HBox node = line(shape, word);

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ThreadRow row) {
      shape.getStyleClass().setAll("thread-shape", "thread-" + ThreadKind.of(row.state()).word());
      word.setText(ThreadsModel.state(row));
    }
  }

  /// The share as a bar in the thread's colour, and in figures.
  static final class Cpu implements CellView<ThreadRow> {
    private final ThreadColours colours;
    private final Bar bar = new Bar();
    private final Label figure = label("tri-mono", "thread-figure");
    private final HBox node;

    Cpu(ThreadColours colours) {
      this.colours = colours;
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      node = line(bar, space, figure);
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ThreadRow row) {
      boolean known = row.cpu().isPresent();
      bar.setVisible(ThreadKind.of(row.state()) != ThreadKind.EXITED);
      bar.show(known ? row.cpu().getAsDouble() / 100 : 0, Double.NaN, "series-" + colours.of(row));
      figure.setText(known ? String.format(Locale.ROOT, "%.1f", row.cpu().getAsDouble()) : "");
    }
  }

  /// Used and peak of the stack, amber near its end.
  static final class Stack implements CellView<ThreadRow> {
    private final Bar bar = new Bar();
    private final Label figure = label("tri-mono", "thread-depth");
    private final FontIcon warn = new FontIcon("ci-warning-alt-filled");
    private final HBox node;

    Stack() {
      var space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      warn.getStyleClass().addAll("tri-small", "tri-warn");
      node = line(bar, space, figure, warn);
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ThreadRow row) {
      boolean tight = ThreadsModel.tight(row);
      double used = ThreadsModel.share(row, row.stackUsed());
      bar.setVisible(row.stackSize().isPresent());
      bar.show(
          Double.isNaN(used) ? 0 : used,
          ThreadsModel.share(row, row.stackPeak()),
          tight ? "bar-warn" : "series-3");
      figure.setText(ThreadsModel.stack(row));
      figure.getStyleClass().remove("tri-warn");
      if (tight) {
        figure.getStyleClass().add("tri-warn");
      }
      warn.setVisible(tight);
    }
  }

  /// What it waits for and, as a link, who holds that.
  static final class Waits implements CellView<ThreadRow> {
    private final FontIcon icon = new FontIcon("ci-locked");
    private final Label what = label();
    private final Label held = label("tri-muted", "tri-small");
    private final Label holder = label("tri-small", "thread-link");
    private final HBox node = line(icon, what, held, holder);
    private final LongPredicate deadlocked;
    private OptionalLong shownHolder = OptionalLong.empty();

    /// @param go shows the thread of that number
    Waits(LongConsumer go, LongPredicate deadlocked) {
      icon.getStyleClass().add("tri-small");
      holder.setMinWidth(Region.USE_PREF_SIZE);
      held.setMinWidth(Region.USE_PREF_SIZE);
      this.deadlocked = deadlocked;
      holder.setOnMousePressed(
          event -> {
            shownHolder.ifPresent(go);
            event.consume();
          });
    }

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ThreadRow row) {
      shownHolder = row.holderId();
      var awaited = ThreadsModel.awaited(row);
      icon.setVisible(awaited.isPresent());
      awaited.ifPresent(on -> icon.setIconLiteral(on.icon()));
      what.setText(awaited.map(ThreadsModel.Awaited::text).orElse(""));
      boolean dead = deadlocked.test(row.id());
      held.setText(row.holder().isPresent() ? (dead ? "deadlock, held by" : "held by") : "");
      held.getStyleClass().remove("tri-bad");
      if (dead) {
        held.getStyleClass().add("tri-bad");
      }
      holder.setText(row.holder().map(GuestText::visible).orElse(""));
    }
  }

  /// Where it goes on: the function, and its place apart where the row has one.
  static final class Frame implements CellView<ThreadRow> {
    private final Label function = label("tri-mono");
    private final Label place = label("tri-mono", "tri-small", "tri-muted");
    private final HBox node = line(function, place);

    @Override
    public Node node() {
      return node;
    }

    @Override
    public void show(ThreadRow row) {
      var words = row.top().map(GuestText::visible).orElse("").split(" ", 2);
      function.setText(words[0]);
      place.setText(words.length == 2 ? words[1] : "");
    }
  }
}
