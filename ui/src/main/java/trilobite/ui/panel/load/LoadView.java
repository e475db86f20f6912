// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import trilobite.model.job.Subscription;
import trilobite.model.port.Load;
import trilobite.model.run.RunStatus;
import trilobite.model.time.HostClock;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Icons;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Command;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.PanelView;

/// The load control: where to, how fast, over how many connections; start and stop; what came back.
/// Ends by itself when the guest does.
final class LoadView extends VBox implements PanelView {

  private static final long PULL_MILLIS = 250;

  private final Desk desk;
  private final LoadModel model = new LoadModel();
  private final LoadForm form =
      new LoadForm(this::toggle, this::begin, this::rateChanged, this::checked);
  private final LoadFigures figures = new LoadFigures();
  private final Label words = new Label();
  private final Hint none;
  private final ChangeListener<Optional<RunStatus>> statusChanged = (_, _, _) -> follow();
  private Optional<Load.Running> running = Optional.empty();
  private Optional<Subscription> pull = Optional.empty();
  private boolean trouble;

  LoadView(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("tri-panel", "load");
    getStylesheets()
        .add(Objects.requireNonNull(LoadView.class.getResource("load.css")).toExternalForm());
    words.getStyleClass().addAll("load-words");
    words.setWrapText(true);
    none =
        Hint.empty(
            "ci-meter-alt",
            "No guest to load",
            "Requests go through a TCP forward of a running guest.",
            runButton());
    desk.session().status().addListener(statusChanged);
    register();
    follow();
  }

  private Button runButton() {
    return Hint.action("ci-play-filled-alt", "Run", desk.session()::startRun);
  }

  private void register() {
    desk.commands()
        .add(
            Command.always(
                "load.toggle", "Start or stop the load", "ci-meter-alt", "", this::toggle));
  }

  /// Takes in the guest's forwards; without a guest there is no load.
  private void follow() {
    var targets = LoadModel.targets(desk.session().status().get());
    form.targets(targets);
    if (targets.isEmpty()) {
      stop();
      getChildren().setAll(none);
    } else if (!getChildren().contains(form)) {
      getChildren().setAll(form, figures, words);
    }
  }

  private void toggle() {
    if (running.isPresent()) {
      stop();
    } else {
      begin();
    }
  }

  private void begin() {
    if (running.isEmpty()) {
      form.wish().ifPresent(this::start);
    }
  }

  /// What cannot work is told in place of what the figures mean.
  private void checked() {
    var now = form.trouble();
    if (now.isPresent() || trouble) {
      say(now.orElse(""), now.isPresent());
    }
    trouble = now.isPresent();
  }

  private void start(LoadForm.Wish wish) {
    model.started();
    running =
        Optional.of(desk.workbench().load().start(wish.target(), wish.rate(), wish.connections()));
    form.running(true);
    say("Starting", false);
    pull = Optional.of(Fx.pull(PULL_MILLIS, this::refresh));
  }

  private void rateChanged(double rate) {
    running.ifPresent(load -> load.rate(rate));
  }

  private void stop() {
    running.ifPresent(Load.Running::stop);
    pull.ifPresent(Subscription::close);
    if (running.isPresent()) {
      figures.rest();
      say("Stopped", false);
    }
    running = Optional.empty();
    pull = Optional.empty();
    form.running(false);
  }

  private void refresh() {
    running.ifPresent(
        load -> {
          var all = load.figures();
          model.take(HostClock.nanos() / 1e6, all);
          model.now().ifPresent(now -> show(now, all));
        });
  }

  void show(LoadModel.Now now, Load.Figures all) {
    figures.show(now, all);
    if (trouble) {
      return;
    }
    double wanted = form.wish().map(LoadForm.Wish::rate).orElse(0d);
    say(LoadModel.verdict(now, wanted), LoadModel.bad(now, wanted));
  }

  private void say(String sentence, boolean bad) {
    if (!words.getText().equals(sentence)) {
      words.setText(sentence);
      words.setGraphic(bad ? Icons.of("ci-warning-alt-filled", "tri-warn") : null);
    }
  }

  @Override
  public void focusMain() {
    form.focusMain();
  }

  @Override
  public void close() {
    stop();
    desk.session().status().removeListener(statusChanged);
  }
}
