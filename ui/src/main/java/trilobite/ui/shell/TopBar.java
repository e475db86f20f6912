// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.ui.command.CommandTable;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.panel.Desk;

/// The bar at the top. The order of its parts never changes.
final class TopBar extends HBox {

  private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");

  private final ProjectMenu project;
  private final ChipView chip = new ChipView();
  private final Button search;
  private final Node searchWords;
  private final TargetMenu target;
  private final CommandButton pause;
  private final CommandButton stop;
  private final List<CommandButton> buttons;

  TopBar(Desk desk, CommandTable commands, Node bell) {
    getStyleClass().add("tri-top");
    setAccessibleRole(AccessibleRole.TOOL_BAR);
    setAccessibleText("Project and guest");
    project = new ProjectMenu(desk, commands);
    target = new TargetMenu(desk.session());
    pause = new CommandButton(commands, "guest.pause", "");
    stop = new CommandButton(commands, "guest.stop", "tri-bad");
    buttons =
        List.of(
            new CommandButton(commands, "build.start", ""),
            new CommandButton(commands, "guest.run", "tri-ok"),
            pause,
            stop,
            new CommandButton(commands, "guest.restart", ""));
    search = search(commands);
    searchWords = search.getGraphic();
    var actions = new HBox();
    actions.getStyleClass().add("tri-top-actions");
    buttons.forEach(button -> actions.getChildren().add(button.holder()));
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(logo(desk), project, line(), target, actions, line(), chip, gap, search, bell);
  }

  ProjectMenu project() {
    return project;
  }

  ChipView chip() {
    return chip;
  }

  /// The button reads Pause or Resume, whichever it would do.
  void paused(boolean now) {
    if (now != pause.getText().equals("Resume")) {
      pause.show(now ? "Resume" : "Pause", now ? "ci-play" : "ci-pause-filled", "");
    }
  }

  /// The button reads Stop or Detach, whichever it would do.
  void stops(String word, boolean ends) {
    if (!stop.getText().equals(word)) {
      stop.show(word, ends ? "ci-stop-filled-alt" : "ci-exit", ends ? "tri-bad" : "");
    }
  }

  void fit(Fit fit) {
    buttons.forEach(button -> button.labelled(fit.labels()));
    chip.detailed().set(fit.details());
    target.detailed(fit.target());
    search.setGraphic(fit.search() ? searchWords : Icons.of("ci-search"));
    search.pseudoClassStateChanged(SHORT, !fit.search());
  }

  /// Its drawing is measured in px, as large as everything else is chosen to be.
  private static Node logo(Desk desk) {
    var logo = new Logo();
    logo.scaleXProperty().bind(desk.look().scale());
    logo.scaleYProperty().bind(desk.look().scale());
    return new Group(logo);
  }

  private static Separator line() {
    return new Separator(Orientation.VERTICAL);
  }

  private static Button search(CommandTable commands) {
    var words = new Label("Files, runs, commands…", Icons.of("ci-search"));
    words.getStyleClass().add("tri-subtle");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var key = new Label(commands.keys("palette.open").replace('+', ' '));
    key.getStyleClass().add("tri-key");
    key.setMinWidth(Region.USE_PREF_SIZE);
    var content = new HBox(8, words, key);
    content.getStyleClass().add("tri-search-content");
    var button = new Button();
    button.setGraphic(content);
    button.setId("search");
    button.setAccessibleText("Search files, runs and commands");
    Tip.on(button, "Search files, runs and commands (" + commands.keys("palette.open") + ")");
    button.getStyleClass().add("tri-search");
    button.setOnAction(_ -> commands.run("palette.open"));
    return button;
  }
}
