// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.machine;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.machine.MachineCheck;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;

/// One check: sign, name, what was found, what follows, and what to do about it.
final class CheckRow extends HBox {

  CheckRow(MachineCheck check) {
    getStyleClass().add("machine-row");
    setId("check-" + check.id().replace('.', '-'));
    var sign = sign(check.state());
    Tooltip.install(sign, new Tooltip(MachineModel.word(check.state())));
    var title = new Label(check.title());
    title.getStyleClass().add("tri-strong");
    var value = new Label(check.value());
    value.getStyleClass().addAll("tri-mono", "machine-value");
    var first = new HBox(title, value);
    first.getStyleClass().add("machine-first");
    var words = new VBox(first);
    words.getStyleClass().add("machine-words");
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    if (!check.detail().isEmpty()) {
      words.getChildren().add(Pages.text(check.detail(), "tri-muted"));
    }
    check.remedy().ifPresent(remedy -> words.getChildren().add(remedy(check, remedy)));
    getChildren().addAll(sign, words);
    setAccessibleText(
        check.title()
            + ", "
            + MachineModel.word(check.state())
            + ", "
            + check.value()
            + ", "
            + check.detail());
  }

  private static Node remedy(MachineCheck check, String remedy) {
    var text = new TextField(remedy);
    text.setEditable(false);
    text.getStyleClass().addAll("machine-remedy");
    text.setAccessibleText("What to do about " + check.title());
    HBox.setHgrow(text, Priority.ALWAYS);
    var copy =
        Icons.button(
            "ci-copy",
            "Copy what to do about " + check.title(),
            "",
            () -> {
              var content = new ClipboardContent();
              content.putString(remedy);
              Clipboard.getSystemClipboard().setContent(content);
            });
    var row = new HBox(text, copy);
    row.getStyleClass().add("machine-first");
    return row;
  }

  private static Node sign(MachineCheck.State state) {
    return switch (state) {
      case OK -> Icons.of("ci-checkmark-filled", "tri-ok");
      case INFO -> Icons.of("ci-information");
      case WARNING -> Icons.of("ci-warning-alt-filled", "tri-warn");
      case MISSING -> Icons.of("ci-misuse", "tri-bad");
      case RUNNING -> Icons.of("ci-hourglass", "tri-accent");
    };
  }
}
