// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.image;

import java.util.function.Consumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.command.CommandLine;
import trilobite.model.console.GuestText;
import trilobite.model.run.Accelerator;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Pages;
import trilobite.ui.launch.ChecksPane;
import trilobite.ui.launch.CommandPane;

/// One image that was looked at: what it is and why on the left, what Boot would start on the
/// right.
final class ImageSheet {

  private final BorderPane node = new BorderPane();
  private final Button main;

  /// @param open leads to another image
  /// @param make hears that the project is wanted, and whether to run it
  ImageSheet(Proposal proposal, Accelerator accelerator, Button open, Consumer<Boolean> make) {
    var image = proposal.image();
    var boot = Hint.action("ci-play-filled-alt", "Boot it", () -> make.accept(true));
    boot.setId("image-boot");
    boot.getStyleClass().add("accent");
    var project = Hint.action("ci-settings-adjust", "Configure first", () -> make.accept(false));
    project.setId("image-project");
    main = image.bootable() ? boot : open;
    var buttons = new HBox();
    buttons.getStyleClass().add("image-buttons");
    if (image.bootable()) {
      buttons.getChildren().addAll(boot, project);
    }
    buttons.getChildren().add(open);
    var file = Pages.text(GuestText.visible(image.file().toString()), "tri-muted", "image-file");
    var title = new Label(ImageWords.title(image));
    title.getStyleClass().add("tri-page-title");
    var head = new VBox(title, file, verdict(proposal), buttons);
    head.getStyleClass().add("image-head");
    var body =
        new VBox(Pages.section("Why", why(proposal)), Pages.section("What it is", facts(proposal)));
    body.getStyleClass().addAll("tri-page", "image-body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("tri-panel");
    var page = new BorderPane(scroll);
    page.setTop(head);
    node.setCenter(page);
    proposal.command().ifPresent(line -> node.setRight(start(proposal, line, accelerator)));
  }

  /// What Boot would start takes a third of the page.
  private Node start(Proposal proposal, CommandLine line, Accelerator accelerator) {
    var command = new CommandPane(_ -> {});
    command.show(line);
    var checks = new ChecksPane();
    checks.show(proposal.host(), accelerator, proposal.findings());
    var column = new SplitPane(command, checks);
    column.setOrientation(Orientation.VERTICAL);
    column.setDividerPositions(0.68);
    column.getStyleClass().add("image-start");
    column.setMinWidth(0);
    column.prefWidthProperty().bind(node.widthProperty().multiply(0.38));
    return column;
  }

  private static Node verdict(Proposal proposal) {
    var image = proposal.image();
    var words = Pages.text(ImageWords.verdict(image), "tri-strong");
    words.setId("image-verdict");
    var sign =
        image.bootable()
            ? Icons.of("ci-checkmark-filled", "tri-ok")
            : Icons.of(
                image.recognised() ? "ci-warning-alt-filled" : "ci-misuse",
                image.recognised() ? "tri-warn" : "tri-bad");
    var row = new HBox(sign, words);
    row.getStyleClass().add("image-line");
    return row;
  }

  private static Node why(Proposal proposal) {
    var lines = new VBox();
    lines.setId("image-why");
    lines.getStyleClass().add("image-why");
    for (var sentence : ImageWords.why(proposal.image())) {
      var dot = new Label("•");
      dot.setMinWidth(Region.USE_PREF_SIZE);
      var row = new HBox(dot, Pages.text(sentence));
      row.getStyleClass().add("image-line");
      lines.getChildren().add(row);
    }
    return lines;
  }

  private static Node facts(Proposal proposal) {
    var grid = new GridPane();
    grid.getStyleClass().add("image-facts");
    int row = 0;
    for (var fact : ImageWords.facts(proposal.image())) {
      var label = new Label(fact.label());
      label.getStyleClass().add("tri-muted");
      label.setMinWidth(Region.USE_PREF_SIZE);
      grid.addRow(row++, label, Pages.text(fact.value(), "tri-mono"));
    }
    return grid;
  }

  Node node() {
    return node;
  }

  void focusMain() {
    main.requestFocus();
  }
}
