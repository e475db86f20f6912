// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A shape of its own for each kind of state, and the word beside it: never the colour alone.
public final class ShapeCell<R> implements CellView<R> {

  private final String family;
  private final Function<R, String> kind;
  private final Function<R, String> word;
  private final Region shape = new Region();
  private final Label label;
  private final HBox node;

  /// @param family style class of all its shapes, such as `thread-shape`
  /// @param kind style class of the row's shape
  /// @param word what stands beside it
  public ShapeCell(
      String family, Function<R, String> kind, Function<R, String> word, String... classes) {
    this.family = family;
    this.kind = kind;
    this.word = word;
    label = Parts.label(classes);
    node = Parts.line(shape, label);
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(R row) {
    shape.getStyleClass().setAll(family, kind.apply(row));
    label.setText(word.apply(row));
  }
}
