// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import atlantafx.base.controls.CustomTextField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.console.NumberedLine.Origin;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// The strip above the lines: filter, follow, times, counts and what can be done with the text.
final class ConsoleToolbar extends HBox {

  // Widths in em: of what always stays, of a letter, and of what is shown where there is room.
  private static final double LEAST = 29;
  private static final double LETTER = 0.5;
  private static final double BADGE = 1.5;
  private static final double BUTTONS = 8;
  private static final double ICON = 3;
  private static final double WORDS = 9.5;

  private final CustomTextField filter = new CustomTextField();
  private final ToggleButton follow = toggle("ci-down-to-bottom", "Follow tail");
  private final ToggleButton uptime = toggle("ci-time", "Uptime");
  private final Label asOf = new Label();
  private final Label counts = new Label();
  private final List<Node> actions = new ArrayList<>();
  private final MenuButton more = new MenuButton();
  private final ToggleGroup origins = new ToggleGroup();

  ConsoleToolbar() {
    getStyleClass().add("tri-toolbar");
    filter.setLeft(Icons.of("ci-filter", "tri-small"));
    filter.setPromptText("Filter lines, /regex/ or level:warn");
    filter.setAccessibleText("Filter lines");
    filter.getStyleClass().add("console-filter");
    error(Optional.empty());
    Tip.on(follow, "Follow the newest line (End)");
    Tip.on(uptime, "Times since the guest started, instead of the time of day");
    asOf.getStyleClass().addAll("tri-badge", "tri-warn");
    asOf.setMinWidth(USE_PREF_SIZE);
    counts.getStyleClass().addAll("tri-muted", "console-counts");
    counts.setMinWidth(USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(filter, segment(), follow, uptime, gap, asOf, counts);
    asOf("");
    more.setGraphic(Icons.of("ci-overflow-menu-vertical"));
    more.getStyleClass().addAll("flat", "tri-icon", "no-arrow");
    Tip.on(more, "More");
    more.setAccessibleText("More");
    getChildren().add(more);
    widthProperty().addListener(_ -> fit());
    filter.fontProperty().addListener(_ -> fit());
  }

  TextField filter() {
    return filter;
  }

  /// Whose lines to show; absent for everybody's.
  Optional<Origin> origin() {
    return origins.getSelectedToggle() != null
            && origins.getSelectedToggle().getUserData() instanceof Origin chosen
        ? Optional.of(chosen)
        : Optional.empty();
  }

  /// Calls back when another filter is wanted.
  void whenFiltered(Runnable action) {
    filter.textProperty().addListener(_ -> action.run());
    origins.selectedToggleProperty().addListener(_ -> action.run());
  }

  ToggleButton follow() {
    return follow;
  }

  ToggleButton uptime() {
    return uptime;
  }

  /// Adds an icon button at the right end.
  void action(String icon, String name, String keys, Runnable run) {
    var button = Icons.button(icon, name, keys, run);
    actions.add(button);
    getChildren().add(button);
    var item = new MenuItem(name);
    item.setOnAction(_ -> run.run());
    more.getItems().add(item);
  }

  void counts(String text) {
    if (!counts.getText().equals(text)) {
      counts.setText(text);
      fit();
    }
  }

  /// Says that what is shown no longer changes, such as `as of 14:07:10`; empty while it does.
  void asOf(String text) {
    asOf.setText(text);
    fit();
  }

  /// Marks the filter as wrong, in words.
  void error(Optional<String> wrong) {
    filter.getStyleClass().remove("tri-bad-field");
    wrong.ifPresent(_ -> filter.getStyleClass().add("tri-bad-field"));
    Tip.on(
        filter,
        wrong
            .map(text -> text + " The last filter that could be read stays.")
            .orElse("Words, !without, level:warn, /regex/, \"a phrase\" (Ctrl+F)"));
  }

  private HBox segment() {
    var everybody = choice("All", "Lines of the guest and notes of the workbench");
    var guest = choice("Guest", "What the guest wrote");
    guest.setUserData(Origin.GUEST);
    var host = choice("Host", "What happened to the guest: booted, ready, paused, stopped");
    host.setUserData(Origin.HOST);
    everybody.setSelected(true);
    origins
        .selectedToggleProperty()
        .addListener(
            (_, before, now) -> {
              if (now == null) {
                before.setSelected(true);
              }
            });
    var segment = new HBox(everybody, guest, host);
    segment.getStyleClass().add("tri-segment");
    segment.setMinWidth(USE_PREF_SIZE);
    segment.setMaxHeight(USE_PREF_SIZE);
    return segment;
  }

  private ToggleButton choice(String text, String tip) {
    var choice = new ToggleButton(text);
    choice.setToggleGroup(origins);
    Tip.on(choice, tip);
    return choice;
  }

  /// Gives room to what matters most: the age of what is shown, the buttons, the times, words
  /// beside icons, counts. What has no button then is in the menu.
  private void fit() {
    double room = getWidth() / filter.getFont().getSize() - LEAST;
    room -=
        show(room, asOf, asOf.getText().isEmpty() ? 0 : BADGE + LETTER * asOf.getText().length());
    boolean buttons = room > BUTTONS;
    actions.forEach(button -> show(button, buttons));
    show(more, !buttons);
    room -= buttons ? BUTTONS : 0;
    room -= show(room, uptime, ICON);
    boolean words = room > WORDS;
    follow.setText(words ? "Follow tail" : "");
    uptime.setText(words ? "Uptime" : "");
    room -= words ? WORDS : 0;
    show(room, counts, ICON + LETTER * counts.getText().length());
  }

  /// Shows a node if it needs room and there is enough; gives the room it takes.
  private static double show(double room, Node node, double needed) {
    boolean fits = needed > 0 && needed <= room;
    show(node, fits);
    return fits ? needed : 0;
  }

  private static void show(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private static ToggleButton toggle(String icon, String text) {
    var toggle = new ToggleButton(text, Icons.of(icon, "tri-small"));
    toggle.getStyleClass().add("flat");
    toggle.setAccessibleText(text);
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    return toggle;
  }
}
