// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.settings;

import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import trilobite.model.port.Settings;
import trilobite.model.project.MemorySize;
import trilobite.ui.control.Pages;

/// One setting that is a line of text, kept as it is typed once it makes sense.
final class TextSetting extends VBox {

  private TextSetting(
      Settings settings,
      String key,
      String name,
      String prompt,
      String help,
      Predicate<String> good,
      String wrong) {
    getStyleClass().add("settings-form");
    var field = new TextField(settings.get(key).orElse(""));
    field.setPromptText(prompt);
    field.setPrefColumnCount(32);
    field.setId("setting-" + key.replace('.', '-'));
    var error = new Label(wrong);
    error.getStyleClass().addAll("tri-bad", "tri-small");
    error.setVisible(false);
    error.managedProperty().bind(error.visibleProperty());
    field
        .textProperty()
        .addListener(
            (_, _, now) -> {
              boolean fits = now.isBlank() || good.test(now);
              error.setVisible(!fits);
              field.getStyleClass().remove("tri-bad-field");
              if (!fits) {
                field.getStyleClass().add("tri-bad-field");
              } else if (now.isBlank()) {
                settings.remove(key);
              } else {
                settings.put(key, now.strip());
              }
            });
    getChildren()
        .addAll(LooksForm.row(name, field), error, Pages.text(help, "tri-subtle", "tri-small"));
  }

  static TextSetting editor(Settings settings) {
    return new TextSetting(
        settings,
        "editor.external",
        "Your own editor",
        "code -g {file}:{line}",
        "The command that opens a file at a line. Empty: the first editor that is found.",
        text -> !text.contains("\n"),
        "");
  }

  static TextSetting history(Settings settings) {
    return new TextSetting(
        settings,
        "history.limit",
        "Keep at most",
        "2G",
        "Graphs, consoles and packets of past runs. The oldest go first when a run ends.",
        text -> MemorySize.parse(text).filter(size -> size.bytes() > 0).isPresent(),
        "Write a size, such as 500M or 2G.");
  }
}
