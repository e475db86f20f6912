// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import trilobite.model.run.ForwardBinding;
import trilobite.ui.control.Icons;

/// Where requests go, how many a second and over how many connections.
final class LoadForm extends FlowPane {

  private static final double FIRST_RATE = 100;
  private static final String BAD = "tri-bad-field";

  private final ComboBox<ForwardBinding> target = new ComboBox<>();
  private final TextField path = new TextField("/");
  private final TextField rate = new TextField("100");
  private final Slider slider = new Slider(0, 1, LoadModel.sliderAt(FIRST_RATE));
  private final TextField connections = new TextField("8");
  private final Button start = new Button();
  private final DoubleConsumer rateChanged;
  private final Runnable checked;
  private boolean adjusting;

  /// What the fields ask for.
  record Wish(URI target, double rate, int connections) {}

  /// @param toggle by the button
  /// @param begin by Enter, which ends nothing: a new rate is typed while the load runs
  /// @param rateChanged hears of each rate that can work
  /// @param checked called after each change of a field
  LoadForm(Runnable toggle, Runnable begin, DoubleConsumer rateChanged, Runnable checked) {
    this.rateChanged = rateChanged;
    this.checked = checked;
    getStyleClass().add("load-form");
    target.setId("load-target");
    path.setId("load-path");
    rate.setId("load-rate");
    slider.setId("load-slider");
    connections.setId("load-connections");
    start.setId("load-start");
    path.setPrefColumnCount(10);
    rate.setPrefColumnCount(5);
    connections.setPrefColumnCount(3);
    for (var field : new TextField[] {path, rate, connections}) {
      field.getStyleClass().add("load-mono");
      field.setOnAction(_ -> begin.run());
    }
    start.setOnAction(_ -> toggle.run());
    rate.textProperty().addListener((_, _, text) -> typedRate(text));
    path.textProperty().addListener((_, _, _) -> check());
    connections.textProperty().addListener((_, _, _) -> check());
    slider.valueProperty().addListener((_, _, value) -> slid(value.doubleValue()));
    slider.setBlockIncrement(0.05);
    slider.setAccessibleText("Requests a second");
    getChildren()
        .addAll(
            labelled("Target", target, path),
            labelled("Rate", rate, new Label("requests/s"), slider),
            labelled("Connections", connections),
            start);
    running(false);
  }

  private static HBox labelled(String title, Node... fields) {
    var label = new Label(title);
    label.getStyleClass().add("tri-muted");
    label.setLabelFor(fields[0]);
    var box = new HBox(label);
    box.getChildren().addAll(fields);
    box.getStyleClass().add("load-field");
    return box;
  }

  void targets(List<ForwardBinding> forwards) {
    if (!target.getItems().equals(forwards)) {
      target.getItems().setAll(forwards);
      target.getSelectionModel().selectFirst();
    }
    check();
  }

  private void typedRate(String text) {
    LoadModel.rate(text)
        .filter(_ -> !adjusting)
        .ifPresent(
            value -> {
              adjusting = true;
              slider.setValue(LoadModel.sliderAt(value));
              adjusting = false;
              rateChanged.accept(value);
            });
    check();
  }

  private void slid(double position) {
    if (!adjusting) {
      adjusting = true;
      double value = LoadModel.rateAt(position);
      rate.setText(String.format(Locale.ROOT, "%.0f", value));
      adjusting = false;
      rateChanged.accept(value);
    }
  }

  /// Marks the fields that cannot work.
  private void check() {
    mark(path, uri().isPresent());
    mark(rate, LoadModel.rate(rate.getText()).isPresent());
    mark(connections, LoadModel.connections(connections.getText()).isPresent());
    checked.run();
  }

  /// What is wrong with the first field that cannot work, and what would.
  Optional<String> trouble() {
    if (target.getValue() != null && uri().isEmpty()) {
      return Optional.of("This path is no part of an address: write %20 for a space.");
    }
    if (LoadModel.rate(rate.getText()).isEmpty()) {
      return Optional.of("A rate is a number from 1 to 20,000 requests a second.");
    }
    return LoadModel.connections(connections.getText()).isEmpty()
        ? Optional.of("There are 1 to " + LoadModel.MOST_CONNECTIONS + " connections.")
        : Optional.empty();
  }

  private static void mark(TextField field, boolean fine) {
    field.getStyleClass().remove(BAD);
    if (!fine) {
      field.getStyleClass().add(BAD);
    }
  }

  private Optional<URI> uri() {
    return Optional.ofNullable(target.getValue())
        .flatMap(forward -> LoadModel.uri(forward, path.getText()));
  }

  /// What would be started; empty while a field cannot work.
  Optional<Wish> wish() {
    var wanted = LoadModel.rate(rate.getText());
    var count = LoadModel.connections(connections.getText());
    return uri()
        .filter(_ -> wanted.isPresent() && count.isPresent())
        .map(to -> new Wish(to, wanted.orElseThrow(), count.orElseThrow()));
  }

  void running(boolean now) {
    start.setText(now ? "Stop load" : "Start load");
    start.setGraphic(Icons.of(now ? "ci-stop-filled-alt" : "ci-play-filled-alt"));
    target.setDisable(now);
    path.setDisable(now);
    connections.setDisable(now);
  }

  void focusMain() {
    start.requestFocus();
  }
}
