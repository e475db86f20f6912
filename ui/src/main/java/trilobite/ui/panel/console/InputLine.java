// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import trilobite.ui.control.Tip;

/// The line below the console: a field for whole lines, or in raw mode a place that passes every
/// key on.
final class InputLine extends HBox {

  private static final String FREE = "Raw: click here, then every key goes to the guest";
  private static final String HELD = "Raw: every key goes to the guest. Ctrl+Alt+G releases";

  private final Label prompt = new Label("ttyS0 ›");
  private final TextField field = new PasteField(this::pasted);
  private final Label sink = new Label(FREE);
  private final ToggleGroup modes = new ToggleGroup();
  private final ToggleButton lf = mode("LF", "End lines with a line feed");
  private final ToggleButton crlf = mode("CR LF", "End lines with carriage return and line feed");
  private final ToggleButton raw =
      mode("Raw", "Pass every key to the guest, arrows and Ctrl+C included (Ctrl+Alt+G releases)");
  private final Button enter = new Button("Enter");
  private final Typed typed = new Typed();
  private final Consumer<byte[]> send;

  InputLine(Consumer<byte[]> send) {
    this.send = send;
    getStyleClass().add("console-input");
    prompt.getStyleClass().add("console-prompt");
    prompt.setMinWidth(USE_PREF_SIZE);
    field.getStyleClass().add("console-field");
    field.setAccessibleText("Type to the guest’s serial port");
    field.setOnAction(_ -> sendLine());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::recall);
    sink.getStyleClass().addAll("console-sink", "tri-focusable", "tri-inset");
    sink.setFocusTraversable(true);
    sink.setMaxWidth(Double.MAX_VALUE);
    sink.setOnMouseClicked(_ -> sink.requestFocus());
    sink.focusedProperty().addListener(_ -> sink.setText(sink.isFocused() ? HELD : FREE));
    var segment = new HBox(lf, crlf, raw);
    segment.getStyleClass().add("tri-segment");
    segment.setMinWidth(USE_PREF_SIZE);
    segment.setMaxHeight(USE_PREF_SIZE);
    enter.getStyleClass().add("tri-inline");
    enter.setMinWidth(USE_PREF_SIZE);
    enter.setFocusTraversable(false);
    Tip.on(enter, "Send the line (Enter)");
    enter.setOnAction(_ -> sendLine());
    var place = new StackPane(field, sink);
    HBox.setHgrow(place, Priority.ALWAYS);
    getChildren().addAll(prompt, place, segment, enter);
    raw.selectedProperty().addListener(_ -> arrange());
    modes
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    lf.setSelected(true);
    arrange();
  }

  /// True while every key goes to the guest.
  ReadOnlyBooleanProperty raw() {
    return raw.selectedProperty();
  }

  void raw(boolean on) {
    (on ? raw : lf).setSelected(true);
  }

  LineEnding ending() {
    return crlf.isSelected() ? LineEnding.CRLF : LineEnding.LF;
  }

  void ending(LineEnding ending) {
    (ending == LineEnding.CRLF ? crlf : lf).setSelected(true);
  }

  /// Where keys go in raw mode.
  Label sink() {
    return sink;
  }

  void state(InputState state) {
    field.setPromptText(state.text());
    field.setDisable(!state.open());
    enter.setDisable(!state.open());
    sink.setDisable(!state.open());
    if (!state.open()) {
      sink.setText(state.text());
    } else {
      sink.setText(sink.isFocused() ? HELD : FREE);
    }
  }

  void focus() {
    (raw.isSelected() ? sink : field).requestFocus();
  }

  /// Types this behind what stands in the field, where something can be typed.
  void take(String text) {
    if (!field.isDisabled()) {
      field.requestFocus();
      field.end();
      field.insertText(field.getLength(), text);
    }
  }

  /// Pastes behind what stands in the field, where something can be typed.
  void paste() {
    if (!field.isDisabled()) {
      field.requestFocus();
      field.end();
      field.paste();
    }
  }

  private void sendLine() {
    String line = field.getText();
    field.clear();
    sendLine(line);
  }

  private void sendLine(String line) {
    typed.add(line);
    send.accept(ending().bytes(line));
  }

  /// Whole lines go to the guest as if they were typed; what follows the last stays in the field.
  private void pasted(Pasted pasted) {
    pasted.lines().forEach(this::sendLine);
    field.setText(pasted.rest());
    field.positionCaret(pasted.caret());
  }

  private void recall(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> {
        typed.older(field.getText()).ifPresent(this::show);
        event.consume();
      }
      case DOWN -> {
        typed.newer().ifPresent(this::show);
        event.consume();
      }
      default -> {}
    }
  }

  private void show(String line) {
    field.setText(line);
    field.positionCaret(line.length());
  }

  private void arrange() {
    boolean on = raw.isSelected();
    field.setVisible(!on);
    sink.setVisible(on);
    enter.setVisible(!on);
    enter.setManaged(!on);
  }

  private ToggleButton mode(String text, String tip) {
    var button = new ToggleButton(text);
    button.setToggleGroup(modes);
    Tip.on(button, tip);
    return button;
  }
}
