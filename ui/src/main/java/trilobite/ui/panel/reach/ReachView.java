// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.reach;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.port.Jobs;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.ForwardBinding;
import trilobite.model.run.RunId;
import trilobite.model.run.RunStatus;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.control.ProvenanceBadge;
import trilobite.ui.fx.Fx;
import trilobite.ui.grid.NextGuest;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;

/// Asks the guest once a second until told to stop, or once. One round at a time: a guest that is
/// silent is not asked faster than it could answer.
final class ReachView extends VBox implements PanelView {

  private static final Logger LOG = LoggerFactory.getLogger(ReachView.class);
  private static final long EVERY_MILLIS = 1000;
  private static final String BAD = "tri-bad-field";

  private final Desk desk;
  private final ReachModel model = new ReachModel();
  private final Button toggle = new Button();
  private final Button once = Hint.action("", "Ask once", this::ask);
  private final TextField ports = new TextField();
  private final ProvenanceBadge badge = new ProvenanceBadge();
  private final WayBar way = new WayBar();
  private final Label verdict = new Label();
  private final RttBars bars = new RttBars();
  private final Label figures = new Label();
  private final HBox tools;
  private final Hint none;
  private final ChangeListener<Optional<RunStatus>> statusChanged = (_, _, _) -> follow();
  private Optional<Subscription> beat = Optional.empty();
  private Optional<Jobs.Running<Round>> running = Optional.empty();
  private Optional<RunId> run = Optional.empty();
  private int sequence;

  ReachView(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("tri-panel", "reach");
    getStylesheets()
        .add(Objects.requireNonNull(ReachView.class.getResource("reach.css")).toExternalForm());
    toggle.setId("reach-toggle");
    toggle.setOnAction(_ -> toggle());
    ports.setId("reach-ports");
    ports.setPromptText("none");
    ports.setPrefColumnCount(8);
    ports.textProperty().addListener((_, _, _) -> check());
    verdict.setId("reach-verdict");
    verdict.getStyleClass().add("reach-verdict");
    verdict.setWrapText(true);
    figures.setId("reach-figures");
    figures.getStyleClass().addAll("tri-small", "tri-muted", "reach-figures");
    VBox.setVgrow(bars, Priority.ALWAYS);
    tools = tools();
    none =
        Hint.empty(
            "ci-network-3",
            "No guest to ask",
            "ARP, ICMP and TCP go to a running guest's own interface, below any forward.",
            NextGuest.button(desk));
    desk.session().status().addListener(statusChanged);
    desk.commands()
        .add(
            Command.always(
                "reach.toggle", "Start or stop asking", "ci-network-3", "", this::toggle));
    asking(false);
    follow();
  }

  private HBox tools() {
    var label = new Label("Connect to ports");
    label.setLabelFor(ports);
    label.getStyleClass().add("tri-muted");
    var space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    once.setId("reach-once");
    badge.live("Frames of ours on the guest's wire", "0 pauses", false, "Through the packet relay");
    var row = new HBox(toggle, once, label, ports, space, badge);
    row.getStyleClass().add("reach-tools");
    return row;
  }

  private Optional<LiveGuest> guest() {
    return desk.session()
        .run()
        .get()
        .flatMap(ShownRun::live)
        .filter(guest -> guest.status().state().alive());
  }

  /// Another guest begins anew; one that ended leaves what was measured.
  private void follow() {
    var guest = guest();
    var id = guest.map(one -> one.status().id());
    if (id.isPresent() && !id.equals(run)) {
      run = id;
      model.clear();
      ports.setText(firstPort(guest.get()));
      refresh();
    }
    if (guest.isEmpty()) {
      asking(false);
    }
    var limit = guest.map(one -> one.limits().send()).orElse("");
    boolean nobody = guest.isEmpty() || !limit.isEmpty();
    toggle.setDisable(nobody);
    once.setDisable(nobody);
    if (!limit.isEmpty()) {
      asking(false);
      say(limit, true);
    }
    if (run.isEmpty()) {
      getChildren().setAll(none);
    } else if (!getChildren().contains(tools)) {
      getChildren().setAll(tools, way, verdict, bars, figures);
    }
  }

  private static String firstPort(LiveGuest guest) {
    return guest.status().forwards().stream()
        .filter(forward -> forward.proto().equals("tcp"))
        .map(ForwardBinding::guestPort)
        .findFirst()
        .map(String::valueOf)
        .orElse("");
  }

  private void check() {
    ports.getStyleClass().remove(BAD);
    if (ReachModel.ports(ports.getText()).isEmpty()) {
      ports.getStyleClass().add(BAD);
    }
  }

  private void toggle() {
    asking(beat.isEmpty() && guest().filter(one -> one.limits().send().isEmpty()).isPresent());
  }

  private void asking(boolean now) {
    beat.ifPresent(Subscription::close);
    beat = now ? Optional.of(Fx.pull(EVERY_MILLIS, this::ask)) : Optional.empty();
    toggle.setText(now ? "Stop" : "Ask every second");
    toggle.setGraphic(Icons.of(now ? "ci-stop-filled-alt" : "ci-play-filled-alt"));
  }

  private void ask() {
    var asked = guest();
    if (asked.isEmpty() || running.filter(job -> !job.result().isDone()).isPresent()) {
      return;
    }
    var connects = ReachModel.ports(ports.getText()).orElse(List.of());
    sequence = (sequence + 1) & 0xffff;
    int number = sequence;
    running =
        Optional.of(
            desk.background(
                new Job<>(
                    "Ask the guest's interface", _ -> Round.of(asked.get(), number, connects)),
                this::take,
                failure -> LOG.warn("asking the guest failed", failure)));
  }

  void take(Round round) {
    if (round.why().isPresent()) {
      say(round.why().get(), true);
      return;
    }
    model.take(round.asked(), round.listeners());
    refresh();
  }

  private void refresh() {
    way.show(model.way());
    bars.show(model);
    figures.setText(
        model.figures().map(ReachModel.Figures::words).orElse("Nothing was asked yet."));
    var diagnosis = model.diagnosis();
    say(
        diagnosis.map(d -> d.verdict()).orElse(""),
        diagnosis
            .filter(d -> d.place() != trilobite.model.reach.Diagnosis.Place.NOWHERE)
            .isPresent());
  }

  private void say(String sentence, boolean bad) {
    verdict.setText(sentence);
    verdict.setGraphic(
        sentence.isEmpty()
            ? null
            : bad
                ? Icons.of("ci-warning-alt-filled", "tri-warn")
                : Icons.of("ci-checkmark-filled", "tri-ok"));
  }

  @Override
  public void focusMain() {
    toggle.requestFocus();
  }

  @Override
  public void close() {
    asking(false);
    desk.session().status().removeListener(statusChanged);
  }
}
