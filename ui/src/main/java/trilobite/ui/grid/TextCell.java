// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// One text, with style classes that depend on the row, and where a press may lead somewhere.
public final class TextCell<R> implements CellView<R> {

  private final Function<R, String> text;
  private final Label label;
  private final HBox node;
  private final Map<String, Predicate<R>> marks = new LinkedHashMap<>();
  private Predicate<R> leads = _ -> false;
  private Optional<R> shown = Optional.empty();

  public TextCell(Function<R, String> text, String... classes) {
    this.text = text;
    label = Parts.label(classes);
    node = Parts.line(label);
  }

  /// A text at the right, as figures stand.
  public static <R> TextCell<R> right(Function<R, String> text, String... classes) {
    var cell = new TextCell<>(text, classes);
    cell.node.getChildren().addFirst(Parts.space());
    return cell;
  }

  /// Has that style class in rows that fit.
  public TextCell<R> marked(String style, Predicate<R> rows) {
    marks.put(style, rows);
    return this;
  }

  /// A link in rows that fit; the row is selected as well. The keyboard has the grid's own ways.
  public TextCell<R> leading(Predicate<R> rows, Consumer<R> go) {
    leads = rows;
    marks.put("tri-link", rows);
    label.setOnMouseClicked(
        event -> {
          if (shown.filter(leads).isPresent() && event.isStillSincePress()) {
            shown.ifPresent(go);
            event.consume();
          }
        });
    return this;
  }

  @Override
  public Node node() {
    return node;
  }

  @Override
  public void show(R row) {
    shown = Optional.of(row);
    label.setText(text.apply(row));
    marks.forEach((style, rows) -> Parts.mark(label, style, rows.test(row)));
  }
}
