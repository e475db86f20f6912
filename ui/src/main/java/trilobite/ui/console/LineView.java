// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import trilobite.model.console.LineRing;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;

/// The frame around endless lines: a canvas that draws the rows in sight, scroll bars, and places
/// for [LinePart]s. It pulls from its ring at frame rate, so that its cost does not depend on how
/// fast lines arrive. JavaFX thread.
public final class LineView extends Region {

  private static final String SHEET =
      Objects.requireNonNull(LineView.class.getResource("console.css"), "console.css")
          .toExternalForm();

  private final Inks inks = new Inks(this, this::restyle);
  private final StackPane overlays = new StackPane();
  private final ScrollBar across = new ScrollBar();
  private final ScrollBar down = new ScrollBar();
  private final LineSheet sheet;
  private final LineScroll scroll;
  private Supplier<LineRing> source;
  private boolean restyled = true;
  private Optional<Subscription> pulling = Optional.empty();

  /// @param source the ring to show now; asked every frame
  public LineView(Supplier<LineRing> source) {
    this.source = source;
    sheet = new LineSheet(new Viewport(source.get()));
    down.setOrientation(Orientation.VERTICAL);
    across.setOrientation(Orientation.HORIZONTAL);
    scroll = new LineScroll(sheet, down, across);
    overlays.setPickOnBounds(false);
    getChildren().addAll(sheet.canvas(), down, across, overlays);
    getStyleClass().add("line-view");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    addEventHandler(ScrollEvent.SCROLL, scroll::wheel);
    focusedProperty().addListener(_ -> sheet.focused(isFocused()));
    sceneProperty().addListener(_ -> pull(getScene() != null));
  }

  /// Shows other lines from now on.
  public void source(Supplier<LineRing> lines) {
    source = lines;
    tick();
  }

  public void add(LinePart part) {
    part.install(this);
  }

  public boolean following() {
    return sheet.viewport().follow();
  }

  /// Follows the newest line, or stays where it is.
  public void follow(boolean on) {
    sheet.viewport().follow(on);
    redraw();
  }

  /// Shows the oldest line at the top.
  public void toStart() {
    sheet.viewport().top(sheet.viewport().ring().first());
    sheet.viewport().left(0);
    redraw();
  }

  public boolean wraps() {
    return sheet.viewport().wrap();
  }

  /// Breaks long lines at the edge, instead of scrolling sideways.
  public void wrap(boolean on) {
    sheet.viewport().wrap(on);
    requestLayout();
    redraw();
  }

  /// Calls back after each paint.
  public void whenPainted(Runnable hook) {
    sheet.whenPainted(hook);
  }

  /// Draws everything again before the next frame.
  public void redraw() {
    sheet.dirty();
  }

  LineSheet sheet() {
    return sheet;
  }

  Viewport viewport() {
    return sheet.viewport();
  }

  Inks inks() {
    return inks;
  }

  /// Lays a node over the rows.
  void overlay(Node node, Pos where) {
    StackPane.setAlignment(node, where);
    overlays.getChildren().add(node);
  }

  void removeOverlay(Node node) {
    overlays.getChildren().remove(node);
  }

  /// Looks for news and draws them; true if there were any.
  boolean tick() {
    if (restyled) {
      restyled = false;
      sheet.style(Metrics.of(inks.font()), inks.palette());
    }
    sheet.show(source.get());
    boolean painted = sheet.paint();
    if (painted) {
      scroll.update();
    }
    return painted;
  }

  private void pull(boolean on) {
    pulling.ifPresent(Subscription::close);
    pulling = on ? Optional.of(Fx.follow(this::tick)) : Optional.empty();
  }

  private void restyle() {
    restyled = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double bar = Math.ceil(down.prefWidth(-1));
    boolean sideways = !wraps() && scroll.sideways();
    double below = sideways ? Math.ceil(across.prefHeight(-1)) : 0;
    double width = Math.max(0, getWidth() - bar);
    double height = Math.max(0, getHeight() - below);
    across.setVisible(sideways);
    sheet.resize(width, height);
    down.resizeRelocate(width, 0, bar, height);
    across.resizeRelocate(0, height, width, below);
    overlays.resizeRelocate(0, 0, width, height);
    tick();
  }

  @Override
  public String getUserAgentStylesheet() {
    return SHEET;
  }

  @Override
  protected double computePrefHeight(double width) {
    return 200;
  }

  @Override
  protected double computePrefWidth(double height) {
    return 400;
  }

  public static List<CssMetaData<? extends Styleable, ?>> getClassCssMetaData() {
    return Inks.metas();
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return getClassCssMetaData();
  }
}
