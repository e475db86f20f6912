// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.core;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import trilobite.model.job.Job;
import trilobite.model.job.JobStatus;
import trilobite.model.job.Subscription;
import trilobite.model.port.Jobs;
import trilobite.model.port.LiveGuest;
import trilobite.model.run.CoreWritten;
import trilobite.model.run.RunState;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Pages;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.PanelView;
import trilobite.ui.panel.ShownRun;
import trilobite.ui.panel.Toast;

/// The page: what a core costs and where it goes, or why none can be had of the guest shown.
final class CoreView extends StackPane implements PanelView {

  private static final long LOOK_MILLIS = 250;

  private final Desk desk;
  private final FileChoice files;
  private final ChangeListener<Optional<ShownRun>> changed = (_, _, _) -> look();
  private final Subscription looking;
  private Optional<Capture> capture = Optional.empty();
  private Optional<LiveGuest> shown = Optional.empty();
  private boolean first = true;

  /// One that is being written.
  private record Capture(LiveGuest guest, CoreForm form, Jobs.Running<CoreWritten> job) {}

  CoreView(Desk desk, FileChoice files) {
    this.desk = desk;
    this.files = files;
    getStyleClass().add("tri-panel");
    desk.session().run().addListener(changed);
    looking = Fx.pull(LOOK_MILLIS, this::look);
    look();
  }

  private Optional<LiveGuest> guest() {
    return desk.session()
        .run()
        .get()
        .flatMap(ShownRun::live)
        .filter(guest -> guest.status().state() != RunState.ENDED);
  }

  private void look() {
    capture.ifPresent(
        one -> {
          if (one.job().status().state() == JobStatus.State.RUNNING) {
            one.form().progress(one.job().status().fraction());
          }
        });
    var now = guest();
    // What is being written, and how the last one ended, stays readable.
    if (capture.isEmpty() && (first || !now.equals(shown))) {
      first = false;
      shown = now;
      getChildren().setAll(now.map(this::page).orElseGet(CoreView::nobody));
    }
  }

  private static Node nobody() {
    return Hint.empty(
        "ci-camera",
        "No guest runs",
        "A core holds all of a guest's memory and its registers; once one runs, it can be captured"
            + " here.");
  }

  private Node page(LiveGuest guest) {
    var why = guest.limits().dump();
    if (!why.isEmpty()) {
      return Hint.unavailable(
          "ci-camera", "No core of " + CoreWords.name(guest) + " can be captured", why);
    }
    var folder = desk.session().project().get().map(OpenProject::folder);
    var made = new CoreForm[1];
    made[0] =
        new CoreForm(
            CoreWords.proposal(guest, folder),
            files,
            file -> begin(guest, made[0], file),
            () -> capture.ifPresent(one -> one.job().cancel()));
    return Pages.page(
        CoreView.class,
        "core.css",
        "Capture core of " + CoreWords.name(guest),
        Pages.section("What it costs", Pages.text(CoreWords.cost(guest), "core-cost"), made[0]));
  }

  private void begin(LiveGuest guest, CoreForm form, Path file) {
    form.busy();
    var job =
        desk.background(
            new Job<>(
                "Capture core of " + CoreWords.name(guest), context -> guest.dump(file, context)),
            written -> done(form, file, written),
            failure -> failed(form, failure));
    capture = Optional.of(new Capture(guest, form, job));
    Fx.whenCancelled(job, () -> cancelled(form));
  }

  private void cancelled(CoreForm form) {
    capture = Optional.empty();
    form.idle("It was cancelled; nothing was kept.", false, "");
  }

  private void done(CoreForm form, Path file, CoreWritten written) {
    capture = Optional.empty();
    form.idle(file + ": " + CoreWords.done(written), false, CoreWords.look(file, written));
    desk.toast(Toast.info("Core captured", file + ": " + CoreWords.done(written)));
  }

  private void failed(CoreForm form, Throwable failure) {
    capture = Optional.empty();
    form.idle(Objects.requireNonNullElse(failure.getMessage(), "It was given up."), true, "");
  }

  @Override
  public void focusMain() {
    Optional.ofNullable(lookup("#core-file")).ifPresent(Node::requestFocus);
  }

  @Override
  public void close() {
    desk.session().run().removeListener(changed);
    looking.close();
  }
}
