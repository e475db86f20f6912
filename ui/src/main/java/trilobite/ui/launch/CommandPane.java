// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.launch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import trilobite.model.command.Argument;
import trilobite.model.command.CommandLine;
import trilobite.model.command.ShellLine;
import trilobite.model.project.FieldPath;
import trilobite.ui.control.Icons;
import trilobite.ui.fx.Fx;

/// The command that Run would start, an argument a line. An argument lights up with its field, and
/// the reverse.
public final class CommandPane extends BorderPane {
  private static final PseudoClass LIT = PseudoClass.getPseudoClass("lit");
  private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");

  private final VBox lines = new VBox();
  private final ScrollPane scroll = new ScrollPane(lines);
  private final Consumer<List<FieldPath>> pointed;
  private final List<Line> shown = new ArrayList<>();
  private CommandLine command = new CommandLine("", List.of());

  private record Line(Argument argument, Node node) {}

  /// @param pointed called with the fields of the argument under the pointer, empty when it leaves
  public CommandPane(Consumer<List<FieldPath>> pointed) {
    this.pointed = pointed;
    getStyleClass().add("command");
    getStylesheets()
        .add(
            Objects.requireNonNull(CommandPane.class.getResource("launch.css"), "launch.css")
                .toExternalForm());
    var title = new Label("Command line");
    title.getStyleClass().add("tri-strong");
    title.setMinWidth(Region.USE_PREF_SIZE);
    var hint = new Label("exactly what Run starts");
    hint.getStyleClass().add("command-hint");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    var header =
        new HBox(
            6, title, hint, space, Icons.button("ci-copy", "Copy as one line", "", this::copy));
    header.setAlignment(Pos.CENTER_LEFT);
    header.getStyleClass().add("command-header");
    lines.getStyleClass().add("command-lines");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText("QEMU command line");
    setTop(header);
    setCenter(scroll);
    var foot = new Label("$RUN is the run's own folder, new for each run");
    foot.getStyleClass().add("command-foot");
    setBottom(foot);
  }

  /// Shows a command line; an argument that is new in it lights up.
  public void show(CommandLine line) {
    if (line.equals(command)) {
      return;
    }
    var before = new HashSet<>(command.arguments());
    boolean first = command.program().isEmpty();
    command = line;
    shown.clear();
    lines.getChildren().clear();
    lines.getChildren().add(program(line.program()));
    for (var argument : line.arguments()) {
      var option = new Label(argument.option());
      option.getStyleClass().add("command-option");
      option.setMinWidth(Region.USE_PREF_SIZE);
      var node = line(option, argument.value());
      Tooltip.install(node, new Tooltip(argument.purpose()));
      node.setOnMouseEntered(e -> pointed.accept(argument.fields()));
      node.setOnMouseExited(e -> pointed.accept(List.of()));
      // What just changed is lit until something else is pointed at.
      boolean changed = !first && !before.contains(argument);
      node.pseudoClassStateChanged(LIT, changed);
      shown.add(new Line(argument, node));
      lines.getChildren().add(node);
      if (changed) {
        Fx.later(() -> reveal(node));
      }
    }
  }

  /// Scrolls a line into sight, if it is not there: what is lit is meant to be seen.
  private void reveal(Node line) {
    // A line that was only just made has no place yet.
    applyCss();
    layout();
    double sight = scroll.getViewportBounds().getHeight();
    double hidden = lines.getHeight() - sight;
    var at = line.getBoundsInParent();
    double top = scroll.getVvalue() * hidden;
    if (hidden > 0 && (at.getMinY() < top || at.getMaxY() > top + sight)) {
      scroll.setVvalue(Math.clamp((at.getCenterY() - sight / 2) / hidden, 0, 1));
    }
  }

  /// Lights up the arguments that come from these fields.
  public void light(Set<FieldPath> fields) {
    shown.forEach(l -> l.node().pseudoClassStateChanged(LIT, touches(l.argument(), fields)));
    shown.stream()
        .filter(l -> touches(l.argument(), fields))
        .findFirst()
        .ifPresent(l -> reveal(l.node()));
  }

  /// Marks the arguments of fields that cannot work.
  public void invalid(Set<FieldPath> fields) {
    shown.forEach(l -> l.node().pseudoClassStateChanged(INVALID, touches(l.argument(), fields)));
  }

  private static boolean touches(Argument argument, Set<FieldPath> fields) {
    return argument.fields().stream().anyMatch(field -> fields.stream().anyMatch(field::meets));
  }

  private static HBox program(String name) {
    var program = new Label(name);
    program.getStyleClass().add("command-program");
    var line = line(program, "");
    line.getStyleClass().add("command-first");
    return line;
  }

  /// A value that is wider than the pane goes on below its beginning, so that options stand out.
  private static HBox line(Label first, String value) {
    var text = new Text(value);
    text.getStyleClass().add("command-value");
    var flow = new TextFlow(text);
    HBox.setHgrow(flow, Priority.ALWAYS);
    var line = new HBox(first, flow);
    line.getStyleClass().add("command-argument");
    line.setAccessibleText((first.getText() + " " + value).strip());
    return line;
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(ShellLine.of(command.words()));
    Clipboard.getSystemClipboard().setContent(content);
  }
}
