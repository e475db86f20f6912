// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row whose parts give way one after the other, each down to its least width, where an [HBox]
/// takes from all alike. What grows takes the room that is left. JavaFX thread only.
public class YieldingRow extends HBox {

  private List<? extends Node> yielding = List.of();

  /// Says which parts give way, the first one first; the others keep their width.
  protected final void yields(List<? extends Node> parts) {
    yielding = List.copyOf(parts);
  }

  @Override
  protected void layoutChildren() {
    double top = snappedTopInset();
    place(getManagedChildren(), top, getHeight() - top - snappedBottomInset());
  }

  /// Puts parts of the row beside each other.
  ///
  /// @param top of the line that they stand in, inside the row
  /// @param height of that line
  protected final void place(List<Node> parts, double top, double height) {
    double gap = snapSpaceX(getSpacing());
    var widths =
        parts.stream()
            .mapToDouble(part -> snapSizeX(Math.max(part.minWidth(-1), part.prefWidth(-1))))
            .toArray();
    double room = getWidth() - snappedLeftInset() - snappedRightInset();
    room -= gap * Math.max(0, parts.size() - 1);
    for (double width : widths) {
      room -= width;
    }
    for (var part : yielding) {
      int i = parts.indexOf(part);
      if (room < 0 && i >= 0) {
        double less = Math.min(-room, Math.max(0, widths[i] - snapSizeX(part.minWidth(-1))));
        widths[i] -= less;
        room += less;
      }
    }
    for (int i = 0; i < widths.length && room > 0; i++) {
      if (getHgrow(parts.get(i)) == Priority.ALWAYS) {
        widths[i] += room;
        room = 0;
      }
    }
    double at = snappedLeftInset();
    for (int i = 0; i < widths.length; i++) {
      layoutInArea(parts.get(i), at, top, widths[i], height, 0, HPos.LEFT, VPos.CENTER);
      at += widths[i] + gap;
    }
  }
}
