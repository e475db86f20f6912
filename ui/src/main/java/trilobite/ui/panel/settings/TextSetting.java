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

  /// What a person reads: the name, an example in the empty field, help below, and the complaint.
  private record Words(String name, String example, String help, String wrong) {}

  private TextSetting(Settings settings, String key, Words words, Predicate<String> good) {
    getStyleClass().add("settings-form");
    var field = new TextField(settings.get(key).orElse(""));
    field.setPromptText(words.example());
    field.setPrefColumnCount(32);
    field.setId("setting-" + key.replace('.', '-'));
    var error = new Label(words.wrong());
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
        .addAll(
            LooksForm.row(words.name(), field),
            error,
            Pages.text(words.help(), "tri-subtle", "tri-small"));
  }

  static TextSetting editor(Settings settings) {
    return new TextSetting(
        settings,
        "editor.external",
        new Words(
            "Your own editor",
            "code -g {file}:{line}",
            "The command that opens a file at a line. Empty: the first editor that is found.",
            ""),
        text -> !text.contains("\n"));
  }

  static TextSetting history(Settings settings) {
    return new TextSetting(
        settings,
        "history.limit",
        new Words(
            "Keep at most",
            "2G",
            "Graphs, consoles and packets of past runs. The oldest go first when a run ends.",
            "Write a size, such as 500M or 2G."),
        TextSetting::size);
  }

  static TextSetting packets(Settings settings) {
    return new TextSetting(
        settings,
        "packets.limit",
        new Words(
            "Packets of a run",
            "128M",
            "The newest packets of each run are kept, up to this much. Holds from the next run on.",
            "Write a size, such as 64M or 2G."),
        TextSetting::size);
  }

  private static boolean size(String text) {
    return MemorySize.parse(text).filter(size -> size.bytes() > 0).isPresent();
  }
}
