// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// The tabs below the editor, in one stack or in two side by side.
final class ToolArea extends SplitPane {

  private static final String GROW = "Maximise the tool area";
  private static final String SHRINK = "Restore the tool area";

  private final TabStack first = new TabStack("tool", false);
  private final TabStack second = new TabStack("tool", false);
  private Runnable maximise = () -> {};
  private Runnable hide = () -> {};
  private final Button grow =
      Icons.button("ci-maximize", GROW, "Ctrl+Shift+M", () -> maximise.run());

  ToolArea() {
    getStyleClass().add("tri-tool-area");
    setOrientation(Orientation.HORIZONTAL);
    setMinSize(0, 0);
    getItems().add(first);
    second
        .tools()
        .getChildren()
        .add(Icons.button("ci-close", "Back to one stack", "", () -> unsplit()));
    first
        .tools()
        .getChildren()
        .addAll(
            Icons.button("ci-split-screen", "Show this tab beside the others", "", this::split),
            grow,
            Icons.button(
                "ci-open-panel-filled-bottom", "Hide the tool area", "Ctrl+J", () -> hide.run()));
  }

  void onMaximise(Runnable action) {
    maximise = action;
  }

  void onHide(Runnable action) {
    hide = action;
  }

  /// The button says what a press would do now.
  void maximised(boolean now) {
    var words = now ? SHRINK : GROW;
    grow.setGraphic(Icons.of(now ? "ci-minimize" : "ci-maximize"));
    grow.setAccessibleText(words);
    Tip.on(grow, words + " (Ctrl+Shift+M)");
  }

  void inSight(boolean now) {
    first.inSight(now);
    second.inSight(now);
  }

  void add(Tab tab) {
    first.add(tab);
  }

  /// Brings a tab to the front; false where it is in neither stack.
  boolean select(String id) {
    var stack = holding(id);
    stack.ifPresent(holder -> holder.select(id));
    return stack.isPresent();
  }

  Optional<Tab> selected() {
    return first.selected().get();
  }

  List<String> selectedIds() {
    return java.util.stream.Stream.of(first, second)
        .flatMap(stack -> stack.selected().get().stream())
        .map(Tab::id)
        .toList();
  }

  List<String> secondIds() {
    return second.tabs().stream().map(Tab::id).toList();
  }

  /// Moves the first stack's selected tab beside the others.
  void split() {
    if (first.tabs().size() > 1) {
      first.selected().get().ifPresent(tab -> move(tab, first, second));
    }
    arrange();
  }

  void split(List<String> ids) {
    ids.forEach(id -> first.find(id).ifPresent(tab -> move(tab, first, second)));
    arrange();
  }

  void unsplit() {
    List.copyOf(second.tabs()).forEach(tab -> move(tab, second, first));
    arrange();
  }

  private void arrange() {
    boolean two = !second.tabs().isEmpty();
    if (two != getItems().contains(second)) {
      if (two) {
        getItems().add(second);
      } else {
        getItems().remove(second);
      }
    }
  }

  private static void move(Tab tab, TabStack from, TabStack to) {
    from.remove(tab);
    to.add(tab);
    to.select(tab.id());
  }

  private Optional<TabStack> holding(String id) {
    return java.util.stream.Stream.of(first, second)
        .filter(stack -> stack.find(id).isPresent())
        .findFirst();
  }
}
