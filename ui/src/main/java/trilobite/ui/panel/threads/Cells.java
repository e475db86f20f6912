// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.ui.control.Bar;
import trilobite.ui.grid.CellView;
import trilobite.ui.grid.Parts;

/// What the panel's columns draw.
final class Cells {

  private Cells() {}

  /// The share as a bar in the thread's colour, and in figures.
  static final class Cpu implements CellView<ThreadRow> {
    private final ThreadColours colours;
    private final Bar bar = new Bar();
    private final Label figure = Parts.label("tri-mono", "thread-figure");
    private final HBox node;

    Cpu(ThreadColours colours) {
      this.colours = colours;
      node = Parts.line(bar, Parts.space(), figure);
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
    private final Label figure = Parts.label("tri-mono", "thread-depth");
    private final FontIcon warn = new FontIcon("ci-warning-alt-filled");
    private final HBox node;

    Stack() {
      warn.getStyleClass().addAll("tri-small", "tri-warn");
      node = Parts.line(bar, Parts.space(), figure, warn);
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
      Parts.mark(figure, "tri-warn", tight);
      warn.setVisible(tight);
    }
  }

  /// What it waits for and, as a link, who holds that.
  static final class Waits implements CellView<ThreadRow> {
    private final FontIcon icon = new FontIcon("ci-locked");
    private final Label what = Parts.label();
    private final Label waited = Parts.label("tri-muted", "tri-small");
    private final Label held = Parts.label("tri-muted", "tri-small");
    private final Label holder = Parts.label("tri-small", "tri-link");
    private final HBox node = Parts.line(icon, what, waited, held, holder);
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
      // Of one that is held the holder says more; the detail has the time.
      boolean alone = row.holder().isEmpty() && row.waited().isPresent();
      waited.setText(alone ? ThreadsModel.span(row.waited().getAsLong()) : "");
      waited.setManaged(alone);
      boolean dead = deadlocked.test(row.id());
      held.setText(row.holder().isPresent() ? (dead ? "deadlock, held by" : "held by") : "");
      Parts.mark(held, "tri-bad", dead);
      holder.setText(row.holder().map(GuestText::visible).orElse(""));
    }
  }

  /// Where it goes on: the function, and its place apart where the row has one.
  static final class Frame implements CellView<ThreadRow> {
    private final Label function = Parts.label("tri-mono");
    private final Label place = Parts.label("tri-mono", "tri-small", "tri-muted");
    private final HBox node = Parts.line(function, place);

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
