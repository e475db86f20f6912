// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.console;

import atlantafx.base.controls.CustomTextField;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import trilobite.model.console.NumberedLine.Origin;
import trilobite.ui.control.Icons;

/// The strip above the lines: filter, follow, times, counts and what can be done with the text.
final class ConsoleToolbar extends HBox {

  /// Below this width, in em, buttons show their icons only.
  private static final double NARROW = 52;

  private final CustomTextField filter = new CustomTextField();
  private final ToggleButton follow = toggle("ci-down-to-bottom", "Follow tail");
  private final ToggleButton uptime = toggle("ci-time", "Uptime");
  private final Label asOf = new Label();
  private final Label counts = new Label();
  private final ToggleGroup origins = new ToggleGroup();
  private final Tooltip filterTip = new Tooltip();

  ConsoleToolbar() {
    getStyleClass().add("tri-toolbar");
    filter.setLeft(Icons.of("ci-filter", "tri-small"));
    filter.setPromptText("Filter lines, /regex/ or level:warn");
    filter.setAccessibleText("Filter lines");
    filter.getStyleClass().add("console-filter");
    filter.setTooltip(filterTip);
    error(Optional.empty());
    follow.setTooltip(new Tooltip("Follow the newest line (End)"));
    uptime.setTooltip(new Tooltip("Times since the guest started, instead of the time of day"));
    asOf.getStyleClass().addAll("tri-badge", "tri-warn");
    asOf.setMinWidth(USE_PREF_SIZE);
    counts.getStyleClass().addAll("tri-muted", "console-counts");
    counts.setMinWidth(USE_PREF_SIZE);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(filter, segment(), follow, uptime, gap, asOf, counts);
    asOf("");
    widthProperty().addListener(_ -> narrow());
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
    getChildren().add(Icons.button(icon, name, keys, run));
  }

  void counts(String text) {
    counts.setText(text);
  }

  /// Says that what is shown no longer changes, such as `as of 14:07:10`; empty while it does.
  void asOf(String text) {
    asOf.setText(text);
    asOf.setVisible(!text.isEmpty());
    asOf.setManaged(!text.isEmpty());
  }

  /// Marks the filter as wrong, in words.
  void error(Optional<String> wrong) {
    filter.getStyleClass().remove("tri-bad-field");
    wrong.ifPresent(_ -> filter.getStyleClass().add("tri-bad-field"));
    filterTip.setText(
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
    choice.setTooltip(new Tooltip(tip));
    return choice;
  }

  private void narrow() {
    double em = filter.getFont().getSize();
    boolean narrow = getWidth() < NARROW * em;
    follow.setText(narrow ? "" : "Follow tail");
    uptime.setText(narrow ? "" : "Uptime");
    counts.setVisible(!narrow);
    counts.setManaged(!narrow);
  }

  private static ToggleButton toggle(String icon, String text) {
    var toggle = new ToggleButton(text, Icons.of(icon, "tri-small"));
    toggle.getStyleClass().add("flat");
    toggle.setAccessibleText(text);
    toggle.setMinWidth(Region.USE_PREF_SIZE);
    return toggle;
  }
}
