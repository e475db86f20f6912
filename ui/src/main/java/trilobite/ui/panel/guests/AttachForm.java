// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.guests;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.port.AttachRequest;

/// Asks which guest to attach to, where the list is not enough. In a low panel it scrolls, so that
/// the list keeps a place.
final class AttachForm extends ScrollPane {

  private static final String WHICH = "Process, QMP socket or libvirt domain";
  private static final String CONNECTION = "Connection of the domain";

  private final TextField which = field("attach-which", WHICH, "4711, /run/vm/qmp, a name");
  private final TextField uri = field("attach-uri", CONNECTION, "this machine's own");
  private final TextField image = field("attach-image", "Image, for its symbols", "as its command");
  private final Label wrong = new Label();
  private final VBox form = new VBox();
  private final Consumer<AttachRequest> go;

  /// @param go called with what was asked for
  /// @param cancel called where nothing is wanted any more
  AttachForm(Consumer<AttachRequest> go, Runnable cancel) {
    this.go = go;
    form.getStyleClass().add("attach-form");
    getStyleClass().add("attach-scroll");
    setContent(form);
    setFitToWidth(true);
    setFocusTraversable(false);
    wrong.getStyleClass().addAll("tri-small", "tri-bad");
    wrong.setWrapText(true);
    wrong.setMinHeight(Region.USE_PREF_SIZE);
    wrong.setVisible(false);
    wrong.setManaged(false);
    var attach = button("Attach", this::accept);
    attach.setId("attach-go");
    attach.setDefaultButton(false);
    var close = button("Cancel", cancel);
    var buttons = new HBox(attach, close);
    buttons.getStyleClass().add("attach-buttons");
    form.getChildren()
        .addAll(
            new Label(WHICH),
            which,
            new Label(CONNECTION),
            uri,
            new Label("Image, for its symbols"),
            image,
            wrong,
            buttons);
    form.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            accept();
            event.consume();
          } else if (event.getCode() == KeyCode.ESCAPE) {
            cancel.run();
            event.consume();
          }
        });
  }

  /// All of the form: a scroll pane's own is a fixed one.
  @Override
  protected double computePrefHeight(double width) {
    return form.prefHeight(width);
  }

  private static TextField field(String id, String name, String prompt) {
    var made = new TextField();
    made.setId(id);
    made.setAccessibleText(name);
    made.setPromptText(prompt);
    return made;
  }

  private static Button button(String title, Runnable action) {
    var made = new Button(title);
    made.getStyleClass().add("tri-inline");
    made.setOnAction(_ -> action.run());
    return made;
  }

  private void accept() {
    var request = GuestsModel.request(which.getText(), uri.getText(), image.getText());
    if (request.isEmpty()) {
      wrong(
          "Give the number of a process, the whole path of a QMP socket, or the name of a libvirt"
              + " domain.");
    } else {
      go.accept(request.get());
    }
  }

  /// Says why it did not work; what was typed stays.
  void wrong(String why) {
    wrong.setText(why);
    wrong.setVisible(true);
    wrong.setManaged(true);
    layout();
    setVvalue(getVmax());
  }

  void focusFirst() {
    // Its fields are in the window only once its skin is.
    applyCss();
    which.requestFocus();
  }
}
