// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.Optional;
import java.util.function.LongFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import trilobite.model.guest.PacketRow;
import trilobite.ui.panel.Look;
import trilobite.ui.panel.packets.Selected.Way;

/// A list of any length, drawn row by row on a canvas: only what is in sight exists. It follows the
/// newest packet until someone scrolls up; End follows again. JavaFX thread only.
final class PacketSheet extends Region {

  private static final double BAR = 9;
  private static final double WHEEL_ROWS = 3;

  private final Look look;
  private final LongFunction<Optional<PacketRow>> rows;
  private final Picks picks;
  private final Canvas canvas = new Canvas();
  private final ScrollBar bar = new ScrollBar();
  private final BooleanProperty follow = new SimpleBooleanProperty(this, "follow", true);
  private PacketInk ink;
  private long count;
  private long selected = -1;
  private Selected selection = Selected.NONE;
  private double top;
  private boolean placing;

  /// Hears of the place that a person picked.
  interface Picks {
    void pick(long index, Way way);
  }

  /// @param rows gives a row by its index, empty while it is being read
  PacketSheet(Look look, LongFunction<Optional<PacketRow>> rows, Picks picks) {
    this.look = look;
    this.rows = rows;
    this.picks = picks;
    ink = new PacketInk(look.theme().get(), look.scale().get());
    getStyleClass().addAll("packet-sheet", "tri-focusable", "tri-inset");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setAccessibleText("Packets");
    bar.setOrientation(Orientation.VERTICAL);
    getChildren().addAll(canvas, bar);
    look.theme().addListener(_ -> relook());
    look.scale().addListener(_ -> relook());
    follow.addListener(_ -> show(count));
    focusedProperty().addListener(_ -> draw());
    bar.valueProperty().addListener((_, was, now) -> dragged(was.doubleValue(), now.doubleValue()));
    addEventHandler(ScrollEvent.SCROLL, this::wheel);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private void relook() {
    ink = new PacketInk(look.theme().get(), look.scale().get());
    show(count);
  }

  BooleanProperty follow() {
    return follow;
  }

  long selected() {
    return selected;
  }

  /// Rows that fit.
  int inSight() {
    return (int) Math.max(1, (canvas.getHeight() - ink.heading()) / ink.row());
  }

  /// Room for what a packet is about, in px, for tests.
  double infoWidth() {
    return canvas.getWidth() - ink.at(PacketInk.NAMES.length - 1);
  }

  /// The lowest place of the first row in sight.
  private double lowest() {
    return (double) Math.max(0, count - inSight());
  }

  /// The list has this many rows now, or some of them have come.
  void show(long now) {
    count = now;
    place(follow.get() ? lowest() : Math.min(top, lowest()));
  }

  /// Selects without telling, and brings the row into sight; -1 selects none.
  void select(long index) {
    selected = index;
    if (index >= 0 && (index < top || index >= top + inSight())) {
      follow.set(false);
      place(Math.clamp(index - inSight() / 2.0, 0, lowest()));
    } else {
      draw();
    }
  }

  /// The selected packet has another place now; what is in sight stays.
  void reselect(long index) {
    selected = index;
    draw();
  }

  /// These packets are selected, beside the one that is looked at.
  void selection(Selected now) {
    selection = now;
    draw();
  }

  private void place(double next) {
    top = Math.max(0, next);
    placing = true;
    bar.setMax(lowest());
    bar.setVisibleAmount(count == 0 ? 1 : bar.getMax() * Math.min(1, (double) inSight() / count));
    bar.setValue(top);
    bar.setVisible(count > inSight());
    placing = false;
    draw();
  }

  private void dragged(double was, double now) {
    if (!placing) {
      if (now < was) {
        follow.set(false);
      }
      top = now;
      draw();
    }
  }

  private void wheel(ScrollEvent event) {
    double by = -Math.signum(event.getDeltaY()) * WHEEL_ROWS;
    scroll(by);
    event.consume();
  }

  private void scroll(double by) {
    if (by < 0 && count > inSight()) {
      follow.set(false);
    }
    place(Math.clamp(top + by, 0, lowest()));
  }

  private void press(MouseEvent event) {
    requestFocus();
    long index = (long) Math.floor(Math.floor(top) + (event.getY() - ink.heading()) / ink.row());
    if (event.getX() < canvas.getWidth() && event.getY() > ink.heading() && index < count) {
      pick(index, way(event, index));
    }
  }

  private Way way(MouseEvent event, long index) {
    if (event.getButton() == MouseButton.SECONDARY) {
      // The menu that opens is for what is selected.
      return rows.apply(index).filter(row -> selection.has(row.number())).isPresent()
          ? Way.LOOK
          : Way.ONLY;
    }
    return event.isShiftDown() ? Way.UP_TO : event.isShortcutDown() ? Way.ALSO : Way.ONLY;
  }

  private void pick(long index, Way way) {
    long to = Math.clamp(index, 0, Math.max(0, count - 1));
    if (count > 0) {
      follow.set(false);
      select(to);
      picks.pick(to, way);
    }
  }

  private void key(KeyEvent event) {
    if (event.isShortcutDown()) {
      looking(event);
      return;
    }
    var way = event.isShiftDown() ? Way.UP_TO : Way.ONLY;
    switch (event.getCode()) {
      case UP -> pick(selected < 0 ? count - 1 : selected - 1, way);
      case DOWN -> pick(selected + 1, way);
      case PAGE_UP -> pick((selected < 0 ? count : selected) - inSight(), way);
      case PAGE_DOWN -> pick(selected + inSight(), way);
      case HOME -> pick(0, way);
      case END -> {
        pick(count - 1, way);
        follow.set(true);
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  /// With Ctrl the arrows only look, and Space takes in or out what is looked at.
  private void looking(KeyEvent event) {
    if (event.isShiftDown() || event.isAltDown()) {
      return;
    }
    switch (event.getCode()) {
      case UP -> pick(selected < 0 ? count - 1 : selected - 1, Way.LOOK);
      case DOWN -> pick(selected + 1, Way.LOOK);
      case SPACE -> pick(selected, Way.ALSO);
      default -> {
        return;
      }
    }
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    double wide = Math.max(1, getWidth() - BAR);
    double high = Math.max(1, getHeight());
    if (canvas.getWidth() != wide || canvas.getHeight() != high) {
      canvas.setWidth(wide);
      canvas.setHeight(high);
      show(count);
    }
    bar.resizeRelocate(wide, ink.heading(), BAR, Math.max(0, getHeight() - ink.heading()));
    paint();
  }

  @Override
  protected double computePrefHeight(double width) {
    return 300;
  }

  /// Paints in the next pulse: many changes between two cost one.
  void draw() {
    requestLayout();
  }

  private void tell(PacketRow row, boolean on) {
    setAccessibleText("Packet " + row.number() + ", " + row.info() + (on ? "" : ", not selected"));
  }

  private void paint() {
    var to = canvas.getGraphicsContext2D();
    double width = canvas.getWidth();
    ink.fit(width);
    ink.clear(to, width, canvas.getHeight());
    long first = (long) Math.floor(top);
    for (long i = first; i <= first + inSight() && i < count; i++) {
      double y = ink.heading() + (i - first) * ink.row();
      var row = rows.apply(i);
      row.map(PacketInk::ground)
          .filter(g -> !g.isEmpty())
          .ifPresent(g -> ink.ground(to, y, width, g));
      boolean looked = i == selected;
      boolean on = row.map(r -> selection.has(r.number())).orElse(looked);
      if (on) {
        ink.ground(to, y, width, isFocused() ? "-tri-sel" : "-tri-sel-off");
      }
      if (looked) {
        row.ifPresent(r -> tell(r, on));
      }
      row.ifPresent(r -> ink.row(to, r, y, width));
      if (looked && (!on || selection.several())) {
        ink.frame(to, y, width, isFocused() ? "-tri-accent" : "-tri-line2");
      }
    }
    ink.headings(to, width);
  }
}
