// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.config;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.project.Network;
import trilobite.ui.control.Icons;

/// The port forwards of a target, a row each. A row is edited as the parts of its declaration; one
/// that is no forward is shown as it is written, so that it can be mended.
final class ForwardTable {
  private final VBox rows = new VBox();
  private final VBox root = new VBox(4);
  private final Consumer<List<String>> changed;
  private List<String> shown = List.of();

  /// @param changed called with all declarations when a person changed one
  ForwardTable(Consumer<List<String>> changed) {
    this.changed = changed;
    var add = new Hyperlink("Add", Icons.of("ci-add", "tri-accent"));
    add.setAccessibleText("Add a port forward");
    add.setOnAction(e -> change(with("0:80")));
    rows.getStyleClass().add("config-table");
    root.getChildren().addAll(rows, add);
  }

  Node node() {
    return root;
  }

  void show(Network network) {
    var declarations =
        new ArrayList<>(network.forwards().stream().map(f -> f.declaration()).toList());
    declarations.addAll(network.invalidForwards());
    // A row that is being typed in must not be replaced under the caret.
    if (!declarations.equals(shown)) {
      shown = List.copyOf(declarations);
      rows.getChildren().clear();
      for (int i = 0; i < shown.size(); i++) {
        rows.getChildren().add(row(i));
      }
      if (shown.isEmpty()) {
        var none = new Label("No forwards: nothing on this host can reach the guest.");
        none.getStyleClass().add("config-hint");
        rows.getChildren().add(none);
      }
    }
  }

  private Node row(int index) {
    var text = shown.get(index);
    var field = new TextField(text);
    field.getStyleClass().add("config-code");
    field.setAccessibleText("Forward " + (index + 1) + ", host port : guest port");
    field.setPrefColumnCount(22);
    field.setPromptText("8080:80 or udp:127.0.0.1:5353:53");
    field
        .textProperty()
        .addListener(
            (o, was, now) -> {
              var all = new ArrayList<>(shown);
              all.set(index, now);
              // What the row shows now is what it shows already.
              shown = List.copyOf(all);
              changed.accept(shown);
            });
    var arrow = new Label(words(text));
    arrow.getStyleClass().add("config-hint");
    var remove =
        Icons.button(
            "ci-trash-can",
            "Remove forward " + text,
            "",
            () -> {
              var all = new ArrayList<>(shown);
              all.remove(index);
              change(all);
            });
    var row = new HBox(8, field, remove);
    row.setAlignment(Pos.CENTER_LEFT);
    return new VBox(2, row, arrow);
  }

  private static String words(String declaration) {
    return trilobite.model.project.Forward.parse(declaration)
        .map(
            f ->
                f.proto()
                    + " "
                    + f.host()
                    + (f.hostPort() == 0 ? ", any free port" : ":" + f.hostPort())
                    + " → :"
                    + f.guestPort())
        .orElse("");
  }

  private List<String> with(String more) {
    var all = new ArrayList<>(shown);
    all.add(more);
    return all;
  }

  private void change(List<String> all) {
    changed.accept(List.copyOf(all));
  }
}
