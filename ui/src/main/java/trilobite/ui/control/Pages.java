// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.control;

import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Parts of pages that are read from top to bottom, such as settings and help.
public final class Pages {

  private Pages() {}

  /// A scrolling page with a heading.
  ///
  /// @param beside the class whose module holds the sheet
  /// @param sheet path of the page's own style sheet
  public static ScrollPane page(Class<?> beside, String sheet, String title, Node... parts) {
    var heading = new Label(title);
    heading.getStyleClass().add("tri-page-title");
    var body = new VBox(heading);
    body.getStyleClass().add("tri-page");
    body.getChildren().addAll(parts);
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("tri-panel");
    scroll
        .getStylesheets()
        .add(Objects.requireNonNull(beside.getResource(sheet), sheet).toExternalForm());
    return scroll;
  }

  /// A heading with what belongs to it.
  public static VBox section(String title, Node... parts) {
    var heading = new Label(title);
    heading.getStyleClass().add("tri-section");
    var section = new VBox(heading);
    section.getStyleClass().add("tri-page-section");
    section.getChildren().addAll(parts);
    return section;
  }

  /// A sentence that wraps.
  public static Label text(String words, String... classes) {
    var label = new Label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(classes);
    return label;
  }
}
