// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadRow;
import trilobite.model.job.Subscription;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.RunStatus;
import trilobite.model.why.Whereabouts;
import trilobite.ui.control.Bar;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// Where the chosen thread was over the last seconds: a button that begins to look, the places with
/// their shares, and what the looks cost.
final class WatchPart extends VBox {

  private static final long REFRESH_MILLIS = 250;
  private static final int MOST_PLACES = 12;

  private final Desk desk;
  private final ThreadWatch watch;
  private final Button begin = new Button("Watch for 10 s");
  private final Button stop = new Button("Cancel");
  private final VBox places = new VBox();
  private final Label how = new Label();
  private final ChangeListener<Optional<RunStatus>> statusChanged = (_, _, _) -> offer();
  private Optional<ThreadRow> chosen = Optional.empty();
  private Optional<Subscription> pull = Optional.empty();

  WatchPart(Desk desk) {
    this.desk = desk;
    watch = new ThreadWatch(desk, this::changed);
    getStyleClass().add("thread-watch");
    begin.setId("watch-thread");
    begin.getStyleClass().add("tri-inline");
    begin.setGraphic(Icons.of("ci-activity"));
    begin.setOnAction(_ -> begin());
    Tip.on(
        begin,
        "Looks at the thread list about 50 times a second, for 10 s, and counts where this thread"
            + " was.\nThe guest is not paused. Looks, not a trace: what is short may be missed.");
    stop.getStyleClass().add("tri-inline");
    stop.setId("stop-watch");
    stop.setOnAction(_ -> watch.stop());
    how.getStyleClass().addAll("tri-muted", "tri-small", "thread-note");
    how.setWrapText(true);
    how.setMinHeight(Region.USE_PREF_SIZE);
    var buttons = new HBox(begin, stop);
    buttons.getStyleClass().addAll("grid-line", "thread-note");
    getChildren().addAll(buttons, places, how);
    desk.session().status().addListener(statusChanged);
    changed();
  }

  /// That thread is chosen.
  void choose(Optional<ThreadRow> row) {
    boolean other = !row.map(ThreadRow::id).equals(chosen.map(ThreadRow::id));
    chosen = row;
    if (other) {
      changed();
    }
  }

  /// Nobody is to be watched once the guest has ended.
  private void offer() {
    boolean lives = guest().filter(guest -> guest.status().state().alive()).isPresent();
    begin.setDisable(!lives || runs());
  }

  private Optional<LiveGuest> guest() {
    return desk.session().run().get().flatMap(ShownRun::live);
  }

  /// Begins to look at the chosen thread.
  void begin() {
    if (guest().isPresent() && chosen.isPresent()) {
      watch.begin(guest().get(), chosen.get());
    }
  }

  private boolean runs() {
    return chosen.filter(row -> watch.runs(guest(), row.id())).isPresent();
  }

  /// A watch began or ended, or another thread is chosen.
  private void changed() {
    boolean runs = runs();
    offer();
    stop.setVisible(runs);
    stop.setManaged(runs);
    pull.ifPresent(Subscription::close);
    pull = runs ? Optional.of(Fx.pull(REFRESH_MILLIS, this::refresh)) : Optional.empty();
    refresh();
  }

  private void refresh() {
    var seen = chosen.flatMap(row -> watch.of(guest(), row.id())).filter(w -> w.looks() > 0);
    places.getChildren().setAll(seen.map(this::rows).orElse(new Node[0]));
    var trouble = chosen.map(row -> watch.trouble(guest(), row.id())).orElse("");
    how.setText(
        seen.map(w -> words(w)).orElse("")
            + (trouble.isEmpty() ? "" : " Ended early: " + GuestText.visible(trouble) + "."));
    how.setVisible(!how.getText().isEmpty());
    how.setManaged(how.isVisible());
  }

  private static String words(Whereabouts seen) {
    return seen.how()
        + (seen.absent() == 0 ? "" : " In " + seen.absent() + " of them it was not there.")
        + (seen.counted().isEmpty() ? "" : " " + seen.counted());
  }

  private Node[] rows(Whereabouts seen) {
    return seen.stays().stream()
        .limit(MOST_PLACES)
        .map(stay -> row(stay, seen.share(stay)))
        .toArray(Node[]::new);
  }

  private static Node row(Whereabouts.Stay stay, double share) {
    var figure = new Label(String.format(Locale.ROOT, "%.1f %%", share));
    figure.getStyleClass().addAll("tri-mono", "thread-share");
    var bar = new Bar();
    bar.show(share / 100, Double.NaN, "series-1");
    bar.getStyleClass().add("thread-share-bar");
    var function =
        new Label(stay.place().top().map(GuestText::visible).orElse(stay.place().state()));
    function.getStyleClass().addAll("tri-mono", "thread-function");
    function.setMinWidth(0);
    HBox.setHgrow(function, Priority.ALWAYS);
    var line = new HBox(figure, function);
    line.getStyleClass().add("thread-place");
    var place = new VBox(line, bar);
    place.getStyleClass().add("thread-stay");
    if (stay.place().top().isPresent() || stay.place().waitsFor().isPresent()) {
      var doing = new Label(GuestText.visible(stay.place().doing()));
      doing.getStyleClass().addAll("tri-small", "tri-muted");
      doing.setWrapText(true);
      doing.setMinHeight(Region.USE_PREF_SIZE);
      place.getChildren().add(doing);
    }
    return place;
  }

  void close() {
    desk.session().status().removeListener(statusChanged);
    watch.stop();
    pull.ifPresent(Subscription::close);
  }
}
