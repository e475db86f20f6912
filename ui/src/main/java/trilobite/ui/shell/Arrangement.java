// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Lays the window's areas beside and below one another and keeps the sizes that the user gave
/// them, through hiding, maximising and narrow windows.
final class Arrangement {

  private static final double LEFT_WIDTH = 244;
  private static final double TOOL_SHARE = 0.38;

  private final LeftArea left;
  private final EditorArea editor;
  private final ToolArea tools;
  private final RightArea right;
  private final SplitPane middle = new SplitPane();
  private final SplitPane all = new SplitPane();
  private double leftWidth = LEFT_WIDTH;
  private double toolShare = TOOL_SHARE;
  private boolean toolsShown = true;
  private boolean toolsMaximised;
  private boolean leftAsked;
  private RightMode rightMode = RightMode.FULL;
  private Fit fit = Fit.at(Double.MAX_VALUE, 1);
  private double scale = 1;

  Arrangement(LeftArea left, EditorArea editor, ToolArea tools, RightArea right) {
    this.left = left;
    this.editor = editor;
    this.tools = tools;
    this.right = right;
    middle.setOrientation(Orientation.VERTICAL);
    middle.setMinWidth(0);
    SplitPane.setResizableWithParent(left, false);
    SplitPane.setResizableWithParent(right, false);
    all.getStyleClass().add("tri-areas");
    all.widthProperty().addListener(_ -> place());
    // Left alone, both panes lose as many pixels: the smaller one loses its share.
    middle.heightProperty().addListener(_ -> shareHeight());
    all.addEventFilter(MouseEvent.MOUSE_RELEASED, _ -> remember());
  }

  Node node() {
    return all;
  }

  boolean toolsShown() {
    return toolsShown;
  }

  boolean toolsMaximised() {
    return toolsMaximised;
  }

  void fit(Fit now, double uiScale) {
    if (!now.equals(fit) || uiScale != scale) {
      leftAsked = leftAsked && now.left() == fit.left();
      fit = now;
      scale = uiScale;
      arrange();
    }
  }

  /// Makes room for the editor where the tool area has taken it all.
  void showEditor() {
    if (toolsMaximised) {
      toggleMaximised();
    }
  }

  void showTools(boolean shown) {
    if (shown == toolsShown) {
      return;
    }
    toolsShown = shown;
    toolsMaximised = toolsMaximised && shown;
    arrange();
  }

  void toggleMaximised() {
    toolsMaximised = !toolsMaximised;
    toolsShown = true;
    arrange();
  }

  void cycleRight() {
    rightMode = rightMode.next();
    arrange();
  }

  /// True while any panel at the left can be seen.
  boolean leftShown() {
    return all.getItems().contains(left);
  }

  /// Shows the left area's panels, in a window too, where they are closed for want of room.
  void showLeft() {
    leftAsked = !fit.left();
    leftChanged();
  }

  /// The left area's panels changed.
  void leftChanged() {
    arrange();
  }

  void restore(Layout layout) {
    leftWidth = Math.clamp(layout.number("left.width").orElse(LEFT_WIDTH), 180, 420);
    toolShare = Math.clamp(layout.number("tool.share").orElse(TOOL_SHARE), 0.1, 0.9);
    toolsShown = !layout.text("tool.shown").equals(java.util.Optional.of("false"));
    toolsMaximised = layout.text("tool.maximised").equals(java.util.Optional.of("true"));
    rightMode = RightMode.of(layout.text("right.mode").orElse(""));
    right.fullWidth(layout.number("right.width").orElse(RightArea.FULL_WIDTH));
    arrange();
  }

  Layout save(Layout layout) {
    return layout
        .with("left.width", Math.rint(leftWidth))
        .with("tool.share", Math.rint(toolShare * 1000) / 1000)
        .with("tool.shown", Boolean.toString(toolsShown))
        .with("tool.maximised", Boolean.toString(toolsMaximised))
        .with("right.mode", rightMode.name())
        .with("right.width", Math.rint(right.fullWidth()));
  }

  /// Puts the areas that are to be seen in their places.
  void arrange() {
    editor.inSight(!toolsMaximised);
    tools.inSight(toolsShown);
    tools.maximised(toolsMaximised);
    middle.getItems().setAll(middleItems());
    shareHeight();
    var mode = mode();
    right.show(mode, scale);
    all.getItems().clear();
    if (leftVisible()) {
      left.setPrefWidth(leftWidth * scale);
      left.setMinWidth(180 * scale);
      left.setMaxWidth(420 * scale);
      all.getItems().add(left);
    }
    all.getItems().add(middle);
    if (mode != RightMode.HIDDEN && right.exists()) {
      all.getItems().add(right);
    }
    place();
    // New panes take their size at the width of now: at another, dividers would cut them anew.
    all.applyCss();
    all.layout();
    place();
  }

  private void shareHeight() {
    if (middle.getItems().size() == 2) {
      middle.setDividerPositions(1 - toolShare);
    }
  }

  /// Dividers stand at shares of a width, which must be known.
  private void place() {
    double width = all.getWidth();
    if (width <= 0) {
      return;
    }
    int at = 0;
    if (leftShown()) {
      all.setDividerPosition(at++, leftWidth * scale / width);
    }
    if (all.getItems().contains(right)) {
      all.setDividerPosition(at, 1 - right.getPrefWidth() / width);
    }
  }

  private java.util.List<Node> middleItems() {
    if (!toolsShown) {
      return java.util.List.of(editor);
    }
    return toolsMaximised ? java.util.List.of(tools) : java.util.List.of(editor, tools);
  }

  /// A narrow window or a maximised tool area leaves room for the short form only.
  private RightMode mode() {
    boolean room = fit.vitals() && !toolsMaximised;
    return rightMode == RightMode.FULL && !room ? RightMode.MINI : rightMode;
  }

  private boolean leftVisible() {
    return (fit.left() || leftAsked) && !left.nothing();
  }

  /// Takes over what the user dragged, and nothing else: while the window changes, what the panes
  /// measure is on its way from one width to another.
  private void remember() {
    if (leftShown() && left.getWidth() > 0) {
      leftWidth = left.getWidth() / scale;
    }
    if (all.getItems().contains(right) && mode() == RightMode.FULL && right.getWidth() > 0) {
      right.fullWidth(right.getWidth() / scale);
      right.setPrefWidth(right.getWidth());
    }
    if (middle.getItems().size() == 2 && middle.getHeight() > 0) {
      toolShare = 1 - middle.getDividerPositions()[0];
    }
  }
}
