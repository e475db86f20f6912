// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.bytes;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Views;
import trilobite.model.inspect.Finds;
import trilobite.model.inspect.Question;
import trilobite.model.job.Job;
import trilobite.model.job.JobContext;
import trilobite.model.port.Jobs;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.ui.control.Icons;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Looks for bytes, texts and pointers in the memory that the guest has touched, a piece at a time,
/// so that it shows how far it is and can be stopped.
final class SearchPart extends VBox {

  private static final int MOST = 5_000;

  private final Desk desk;
  private final Consumer<String> go;
  private final TextField what = new TextField();
  private final Button stop = new Button("", Icons.of("ci-close"));
  private final Label words = new Label();
  private final ListView<String> found = new ListView<>();
  private Optional<Jobs.Running<String>> running = Optional.empty();

  /// Counts searches: what comes of an earlier one is not wanted any more.
  private int hunt;

  /// @param go to a place that was found
  SearchPart(Desk desk, Consumer<String> go) {
    this.desk = desk;
    this.go = go;
    getStyleClass().add("bytes-search");
    what.setPromptText("Find: de ad be ef, \"text\" or &symbol");
    what.setId("bytes-find");
    what.setAccessibleText(
        "Find bytes in hex, a text in quotes, or pointers to an expression after &");
    what.setOnAction(_ -> search());
    what.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && searching()) {
            cancel();
            event.consume();
          }
        });
    stop.getStyleClass().addAll("flat", "tri-icon");
    stop.setTooltip(new Tooltip("Stop searching"));
    stop.setAccessibleText("Stop searching");
    stop.setOnAction(_ -> cancel());
    stop.setDisable(true);
    words.getStyleClass().addAll("tri-small", "tri-muted");
    words.setWrapText(true);
    found.setId("bytes-found");
    found.setAccessibleText("Places that were found");
    found.setPlaceholder(new Label(""));
    found.setOnMouseClicked(_ -> chosen());
    found.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            chosen();
            event.consume();
          }
        });
    HBox.setHgrow(what, Priority.ALWAYS);
    VBox.setVgrow(found, Priority.ALWAYS);
    getChildren().addAll(new HBox(what, stop), words, found);
  }

  private void chosen() {
    var line = found.getSelectionModel().getSelectedItem();
    if (line != null) {
      go.accept(line.split(" ", 2)[0]);
    }
  }

  void focusField() {
    what.requestFocus();
    what.selectAll();
  }

  /// Looks for that.
  void search(String pattern) {
    what.setText(pattern);
    search();
  }

  private void search() {
    cancel();
    var pattern = what.getText().strip();
    var guest = desk.session().run().get().flatMap(ShownRun::live);
    if (pattern.isEmpty() || guest.isEmpty()) {
      words.setText(guest.isEmpty() ? "No guest runs." : "");
      return;
    }
    found.getItems().clear();
    words.setText("Searching…");
    stop.setDisable(false);
    var started = guest.get();
    int mine = hunt;
    running =
        Optional.of(
            desk.background(
                new Job<>("Search memory", context -> all(started, pattern, mine, context)),
                words -> done(mine, words),
                failure -> done(mine, String.valueOf(failure.getMessage()))));
  }

  private boolean searching() {
    return !stop.isDisable();
  }

  private static String places(int count) {
    return count + (count == 1 ? " place" : " places");
  }

  private void done(int of, String outcome) {
    if (of == hunt) {
      stop.setDisable(true);
      words.setText(outcome);
    }
  }

  private void more(int of, List<String> lines) {
    if (of == hunt) {
      found.getItems().addAll(lines);
      // A short search may have ended before this was told.
      if (searching()) {
        words.setText(places(found.getItems().size()) + " so far");
      }
    }
  }

  /// Off the JavaFX thread; tells what it finds as it goes.
  private String all(LiveGuest guest, String pattern, int of, JobContext context) throws Exception {
    int count = 0;
    var next = OptionalLong.of(0);
    var ladder = guest.eyes().see(Views.MEMORY_LADDER).value();
    var size = ladder.map(levels -> levels.rows().getFirst().bytes()).orElse(Long.MAX_VALUE);
    while (next.isPresent() && count < MOST && !context.cancelled()) {
      var finds = piece(guest.eyes(), pattern, next.getAsLong());
      var lines = finds.rows().stream().map(SearchPart::line).toList();
      if (!lines.isEmpty()) {
        count += lines.size();
        Fx.later(() -> more(of, lines));
      }
      next = finds.next();
      var far = next.orElse(size);
      context.progress(Math.min(1, far / (double) size), count + " places");
    }
    // The status bar can end it too.
    return context.cancelled()
        ? "Stopped, " + places(count) + " so far"
        : places(count) + " in touched memory" + (count >= MOST ? ", and perhaps more" : "");
  }

  private static Finds piece(Eyes eyes, String pattern, long from) throws Exception {
    return switch (eyes.ask(new Question.Find(pattern, from))) {
      case Measured.Known<Finds>(var reading) -> {
        if (reading.value().problem().isPresent()) {
          throw new IllegalArgumentException(reading.value().problem().get().why());
        }
        yield reading.value();
      }
      case Measured.Unknown<Finds>(var reason) -> throw new IllegalStateException(reason.why());
    };
  }

  private static String line(Finds.Find row) {
    return "0x%x %s"
        .formatted(row.address().orElse(row.physical()), row.symbol().orElse(""))
        .strip();
  }

  /// Stops a search; what it found stays.
  void cancel() {
    running.ifPresent(Jobs.Running::cancel);
    running = Optional.empty();
    if (searching()) {
      words.setText("Stopped, " + places(found.getItems().size()) + " so far");
    }
    hunt++;
    stop.setDisable(true);
  }
}
