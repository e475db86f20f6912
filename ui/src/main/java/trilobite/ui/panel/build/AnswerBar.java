// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import trilobite.model.build.BuildEvent;
import trilobite.ui.control.Icons;

/// A question of the tool that builds, and the field for the answer. There only while it asks.
/// JavaFX thread.
final class AnswerBar extends HBox {

  private final Label question = new Label();
  private final TextField field = new TextField();
  private Optional<BuildEvent.Reply> reply = Optional.empty();

  AnswerBar() {
    getStyleClass().add("build-answer");
    setAlignment(Pos.CENTER_LEFT);
    question.getStyleClass().add("build-question");
    question.setMinWidth(0);
    question.setId("build-question");
    field.setId("build-answer");
    field.setAccessibleText("Answer to the tool that builds");
    HBox.setHgrow(field, Priority.ALWAYS);
    field.setOnAction(_ -> give());
    var send = new Button("Answer");
    send.setId("build-answer-send");
    send.setMinWidth(USE_PREF_SIZE);
    send.setOnAction(_ -> give());
    var none = new Button("No answer");
    none.setId("build-answer-none");
    none.setMinWidth(USE_PREF_SIZE);
    none.setOnAction(
        _ -> {
          reply.ifPresent(BuildEvent.Reply::decline);
          done();
        });
    getChildren().addAll(Icons.of("ci-help", "tri-warn"), question, field, send, none);
    done();
  }

  void ask(BuildEvent.Asked asked) {
    reply = Optional.of(asked.reply());
    question.setText(
        asked.question().isEmpty() ? "The tool waits for something to be typed" : asked.question());
    field.clear();
    shown(true);
    field.requestFocus();
  }

  private void give() {
    reply.ifPresent(one -> one.answer(field.getText()));
    done();
  }

  /// The question is answered, or nobody waits any more.
  void done() {
    reply = Optional.empty();
    shown(false);
  }

  private void shown(boolean now) {
    setVisible(now);
    setManaged(now);
  }
}
