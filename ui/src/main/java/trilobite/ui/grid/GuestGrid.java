// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.grid;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.port.LiveGuest;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Unread;
import trilobite.model.run.RunRecord;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.control.Skeleton;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// A view of the shown guest as a grid that reads itself twice a second while it can be seen, with
/// its toolbar, and with words in place of rows where there are none: nothing runs, being opened,
/// not readable, none yet. Rows of a guest that was paused or has ended stay, with their time.
public final class GuestGrid<R extends Record> extends VBox {

  private static final int SKELETON_ROWS = 6;

  private final Desk desk;
  private final Grid<R> grid;
  private final GuestWords words;
  private final ZoneId zone;
  private final GuestWatch<Measured<Listing<R>>> watch;
  private final HBox extras = new HBox();
  private final HBox tools = new HBox();
  private final ProvenanceBadge badge = new ProvenanceBadge();
  private final Label cut = new Label();
  private final StackPane middle = new StackPane();
  private final SplitPane split = new SplitPane(middle);
  private Optional<Node> companion = Optional.empty();
  private double share = 0.5;
  private final ToggleButton rest = new ToggleButton();
  private final ChangeListener<Optional<ShownRun>> runChanged = (_, _, _) -> begin();
  private Consumer<Reading<Listing<R>>> follower = _ -> {};
  private Runnable forgotten = () -> {};
  private BiConsumer<RunRecord, Consumer<Button>> kept = (_, _) -> {};
  private Optional<Reading<Listing<R>>> last = Optional.empty();

  public GuestGrid(Desk desk, View<R> view, Grid<R> grid, GuestWords words) {
    this(desk, view, grid, words, ZoneId.systemDefault());
  }

  /// @param zone whose time of day is written
  public GuestGrid(Desk desk, View<R> view, Grid<R> grid, GuestWords words, ZoneId zone) {
    this.desk = desk;
    this.grid = grid;
    this.words = words;
    this.zone = zone;
    watch =
        new GuestWatch<>(
            desk, "Read " + words.things(), guest -> guest.eyes().see(view), this::show);
    getStyleClass().addAll("tri-panel", "guest-grid");
    VBox.setVgrow(split, Priority.ALWAYS);
    cut.getStyleClass().add("grid-cut");
    cut.managedProperty().bind(cut.visibleProperty());
    cut.setVisible(false);
    getChildren().addAll(bar(), cut, split);
    desk.session().run().addListener(runChanged);
    begin();
  }

  private Node bar() {
    extras.getStyleClass().add("grid-extras");
    rest.setGraphic(Icons.of("ci-pause"));
    rest.getStyleClass().addAll("flat", "tri-icon");
    rest.setTooltip(new Tooltip("Pause the view; the guest runs on"));
    rest.setAccessibleText("Pause the view");
    rest.selectedProperty()
        .addListener(
            (_, _, now) -> {
              watch.rest(now);
              last().ifPresent(this::provenance);
            });
    badge.setVisible(false);
    rest.setMinWidth(USE_PREF_SIZE);
    tools.getStyleClass().add("grid-tools");
    tools.getChildren().addAll(rest, grid.tools());
    tools.setMinWidth(USE_PREF_SIZE);
    return new GridBar(grid.filterField(), extras, grid.count(), badge, List.of(tools));
  }

  /// Pills or a segment between the filter and the badge; cut where there is no room for them.
  public void extra(Node... nodes) {
    extras.getChildren().setAll(nodes);
  }

  /// A button of the panel's own before those that each grid has; never cut.
  public void tool(Node button) {
    tools.getChildren().addFirst(button);
  }

  /// Puts something at the left of the rows, under the same toolbar; not shown until
  /// [#besideShown].
  ///
  /// @param share of the width that it starts with
  public void beside(Node left, double share) {
    companion = Optional.of(left);
    this.share = share;
    SplitPane.setResizableWithParent(left, false);
  }

  /// Shows or hides what stands at the left.
  public void besideShown(boolean shown) {
    companion.ifPresent(
        left -> {
          if (shown && !split.getItems().contains(left)) {
            split.getItems().addFirst(left);
            split.setDividerPositions(share);
          } else if (!shown) {
            split.getItems().remove(left);
          }
        });
  }

  /// Hears of each reading after the grid has taken it in.
  public void follow(Consumer<Reading<Listing<R>>> listener) {
    follower = listener;
  }

  /// Hears when another run, or none, is shown: what was said of the rows holds no more.
  public void whenForgotten(Runnable listener) {
    forgotten = listener;
  }

  private Optional<LiveGuest> guest() {
    return desk.session().run().get().flatMap(ShownRun::live);
  }

  /// Looks what is kept of a run that is over; where there is something, a button leads to it.
  public void whenOver(BiConsumer<RunRecord, Consumer<Button>> look) {
    kept = look;
    if (desk.session().run().get().filter(ShownRun.Past.class::isInstance).isPresent()) {
      begin();
    }
  }

  /// What was read last of the shown guest.
  public Optional<Reading<Listing<R>>> last() {
    return last;
  }

  /// Another run, or none, is shown.
  private void begin() {
    last = Optional.empty();
    badge.setVisible(false);
    cut.setVisible(false);
    grid.rows(List.of());
    forgotten.run();
    var run = desk.session().run().get();
    if (run.isEmpty()) {
      only(
          Hint.empty(
              words.icon(),
              "No guest runs",
              "Press Run: its " + words.things() + " appear here.",
              run()));
    } else if (run.get() instanceof ShownRun.Past past) {
      only(words.over(past.id(), run()));
      kept.accept(past.record(), button -> kept(past, button));
    } else {
      loading("the guest is being opened");
      watch.again();
    }
  }

  /// Of a run that is over something is left.
  private void kept(ShownRun.Past past, Button leads) {
    if (desk.session().run().get().equals(Optional.of(past))) {
      only(words.over(past.id(), leads, run()));
    }
  }

  private void show(LiveGuest from, Measured<Listing<R>> answer) {
    if (!guest().equals(Optional.of(from))) {
      return;
    }
    switch (answer) {
      case Measured.Known<Listing<R>>(var reading) -> rows(reading);
      case Measured.Unknown<Listing<R>>(var reason) -> unread(reason);
    }
  }

  private void rows(Reading<Listing<R>> reading) {
    last = Optional.of(reading);
    var listing = reading.value();
    grid.rows(listing.rows());
    provenance(reading);
    cut.setText(listing.cut().map(why -> "Not all of them: " + why + ".").orElse(""));
    cut.setVisible(listing.cut().isPresent());
    if (listing.rows().isEmpty() && ended()) {
      only(Hint.empty(words.icon(), nothing(), "The guest had none when it ended."));
    } else if (listing.rows().isEmpty()) {
      only(Hint.empty(words.icon(), words.none(), words.soon()));
    } else {
      grid.placeholder(
          Hint.empty(
              "ci-filter",
              "Nothing fits the filter",
              listing.rows().size() + " " + words.things() + " are hidden.",
              Hint.action("ci-close", "Clear filter", () -> grid.filter(""))));
      only(grid.node());
    }
    follower.accept(reading);
  }

  private void provenance(Reading<Listing<R>> reading) {
    badge.setVisible(true);
    guest().ifPresent(guest -> Sight.of(reading, guest, watch.resting(), zone).on(badge));
  }

  private void unread(Unread reason) {
    // What was read before is worth more than the reason why nothing comes now.
    if (last.isPresent()) {
      cut.setText("Not read again: " + reason.why() + ".");
      cut.setVisible(true);
    } else if (reason.soon()) {
      loading(reason.why());
    } else if (ended()) {
      only(Hint.unavailable(words.icon(), nothing(), sentence(reason.why()), run()));
    } else {
      only(
          Hint.error(
              "Cannot read " + words.things(),
              sentence(reason.why()) + " " + words.rest(),
              Hint.action("ci-restart", "Try again", watch::again)));
    }
  }

  private Button run() {
    return NextGuest.button(desk);
  }

  private boolean ended() {
    return guest().filter(guest -> !guest.status().state().alive()).isPresent();
  }

  private String nothing() {
    return "No " + words.things();
  }

  private static String sentence(String clause) {
    return clause.isEmpty()
        ? ""
        : Character.toUpperCase(clause.charAt(0)) + clause.substring(1) + ".";
  }

  private void loading(String what) {
    var text = new Label(what);
    text.getStyleClass().addAll("tri-small", "tri-muted", "grid-loading");
    var bones = new Skeleton(SKELETON_ROWS);
    VBox.setVgrow(bones, Priority.ALWAYS);
    grid.placeholder(new VBox(bones, text));
    only(grid.node());
  }

  /// Put in anew, the table would lose its cells and the focus twice a second.
  private void only(Node node) {
    if (!middle.getChildren().equals(List.of(node))) {
      middle.getChildren().setAll(node);
    }
  }

  /// Reads only while someone can see it.
  public void shown(boolean visible) {
    watch.visible(visible);
  }

  public void close() {
    watch.visible(false);
    grid.close();
    desk.session().run().removeListener(runChanged);
  }
}
