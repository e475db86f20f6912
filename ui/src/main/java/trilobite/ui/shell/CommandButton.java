// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import trilobite.ui.command.CommandTable;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.Command;

/// A button of the top bar that runs a command.
final class CommandButton extends Button {

  private final StackPane holder = new StackPane();

  /// @param tone style class of the icon while it may be pressed, empty for the usual one
  CommandButton(CommandTable commands, String id, String tone) {
    var command = commands.find(id).orElseThrow();
    setId(id.replace('.', '-'));
    // A word that is cut off says nothing; others have words to spare.
    setMinWidth(USE_PREF_SIZE);
    getStyleClass().add("flat");
    show(command.title(), command.icon(), tone);
    disableProperty().bind(disabled(command));
    setOnAction(_ -> commands.run(id));
    // What is disabled hears no mouse, so its name and reason stand on what holds it.
    holder.getChildren().add(this);
    Tip.on(
        holder,
        () -> {
          var keys = commands.keys(id);
          var name = keys.isEmpty() ? getText() : getText() + " (" + keys + ")";
          var why = isDisabled() ? commands.why(id) : "";
          return why.isEmpty() ? name : getText() + ": " + why;
        });
  }

  /// What belongs into the bar.
  Region holder() {
    return holder;
  }

  void show(String title, String icon, String tone) {
    setText(title);
    setAccessibleText(title);
    setGraphic(tone.isEmpty() ? Icons.of(icon) : Icons.of(icon, tone));
  }

  void labelled(boolean now) {
    setContentDisplay(now ? ContentDisplay.LEFT : ContentDisplay.GRAPHIC_ONLY);
  }

  private static javafx.beans.binding.BooleanBinding disabled(Command command) {
    return javafx.beans.binding.Bindings.not(command.enabled());
  }
}
