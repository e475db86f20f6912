// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.console.GuestText;
import trilobite.model.inspect.Backtrace;
import trilobite.model.project.Project;
import trilobite.model.project.SourceMap;
import trilobite.model.project.TextPlace;
import trilobite.model.reading.Measured;
import trilobite.ui.control.Tip;
import trilobite.ui.control.YieldingRow;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Session;

/// The backtrace of a thread: functions with their arguments, places that open in the editor, and
/// how far it can be trusted.
final class StackPart extends VBox {

  private static final int MOST_FRAMES = 100;

  private final Session session;
  private final Runnable exact;
  private final ReadOnlyObjectWrapper<Optional<Backtrace>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /// @param exact reads it anew with the guest paused
  StackPart(Session session, Runnable exact) {
    this.session = session;
    this.exact = exact;
    getStyleClass().add("thread-stack");
    show(Optional.empty());
  }

  /// What is shown, once it was read.
  ReadOnlyObjectProperty<Optional<Backtrace>> shown() {
    return shown.getReadOnlyProperty();
  }

  void show(Optional<Measured<Backtrace>> answer) {
    shown.set(answer.flatMap(Measured::value));
    if (answer.isEmpty()) {
      getChildren().setAll(note("Reading the stack…"));
      return;
    }
    switch (answer.get()) {
      case Measured.Known<Backtrace>(var reading) -> {
        getChildren().clear();
        reading.value().approximate().ifPresent(why -> getChildren().add(approximate(why)));
        reading.value().frames().stream()
            .limit(MOST_FRAMES)
            .forEach(frame -> getChildren().add(frame(frame)));
        reading.value().cut().ifPresent(why -> getChildren().add(note("… " + why)));
      }
      case Measured.Unknown<Backtrace>(var reason) ->
          getChildren().setAll(note("No backtrace: " + GuestText.visible(reason.why()) + "."));
    }
  }

  private static Label note(String words) {
    var note = new Label(words);
    note.setWrapText(true);
    note.setMinHeight(Region.USE_PREF_SIZE);
    note.getStyleClass().addAll("tri-muted", "tri-small", "thread-note");
    return note;
  }

  private Node approximate(String why) {
    var words = new Label("approximate");
    words.getStyleClass().addAll("tri-badge", "tri-warn");
    words.setTooltip(new Tooltip(why));
    var button = new Button("Read exactly");
    button.getStyleClass().add("tri-inline");
    button.setTooltip(new Tooltip("Pauses the guest for the moment of reading, some milliseconds"));
    button.setOnAction(_ -> exact.run());
    var line = new HBox(words);
    if (session.status().get().filter(status -> status.state().alive()).isPresent()) {
      line.getChildren().add(button);
    }
    line.getStyleClass().addAll("grid-line", "thread-note");
    return line;
  }

  private Node frame(Backtrace.Frame frame) {
    var level = new Label(Integer.toString(frame.level()));
    level.getStyleClass().addAll("tri-mono", "tri-muted", "thread-level");
    var function =
        new Label(
            frame.function().isEmpty()
                ? String.format("0x%x", frame.address())
                : GuestText.visible(frame.function()) + (frame.inlined() ? " (inlined)" : ""));
    function.getStyleClass().addAll("tri-mono", "thread-function");
    function.setMinWidth(0);
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var line = new FrameRow(level, function, space, place(frame));
    line.getStyleClass().add("thread-frame");
    Tip.on(line, GuestText.visible(frame.function() + " " + frame.file() + ":" + frame.line()));
    var arguments = arguments(frame.locals());
    if (arguments.isEmpty()) {
      return line;
    }
    var below = new Label(arguments);
    below.getStyleClass().addAll("tri-mono", "tri-small", "tri-muted", "thread-arguments");
    below.setMinWidth(0);
    return new VBox(line, below);
  }

  /// A frame on a line: where it is too narrow the place gives way first, and then the function.
  private static final class FrameRow extends YieldingRow {
    FrameRow(Node level, Node function, Node space, Node place) {
      getChildren().addAll(level, function, space, place);
      yields(List.of(place, function));
    }
  }

  private static String arguments(List<Backtrace.Local> locals) {
    return GuestText.visible(
        locals.stream()
            .filter(Backtrace.Local::argument)
            .map(local -> local.name() + "=" + local.value())
            .collect(Collectors.joining(", ")));
  }

  /// File and line; a link where the file is one of the project's.
  private Node place(Backtrace.Frame frame) {
    if (frame.file().isEmpty()) {
      return new Label("");
    }
    var file = Path.of(frame.file());
    var words = new Label(file.getFileName() + ":" + frame.line());
    words.getStyleClass().addAll("tri-mono", "tri-small", "tri-muted");
    words.setMinWidth(0);
    var own = session.project().get().flatMap(project -> own(project, frame.file()));
    if (own.isPresent() && frame.line() > 0) {
      words.getStyleClass().remove("tri-muted");
      words.getStyleClass().add("tri-link");
      words.setOnMouseClicked(
          _ -> session.openFile(own.get(), Optional.of(new TextPlace(frame.line(), 1))));
    }
    return words;
  }

  private static Optional<Path> own(OpenProject project, String file) {
    var pairs = project.parsed().project().map(Project::sourceMap).orElseGet(List::of);
    return new SourceMap(pairs).locate(project.folder(), file);
  }
}
