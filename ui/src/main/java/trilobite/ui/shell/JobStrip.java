// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import trilobite.model.job.JobStatus;
import trilobite.ui.control.Icons;
import trilobite.ui.control.Tip;

/// The job under way in the status bar, with its progress and its cancel; the others as a count.
final class JobStrip extends HBox {

  /// Shorter jobs are not worth a flicker.
  private static final long SHOW_AFTER_MILLIS = 150;

  private final Label name = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Label share = new Label();
  private final Button cancel;
  private long shown;

  JobStrip(LongConsumer cancelling) {
    getStyleClass().add("tri-jobs");
    setId("jobs");
    cancel = Icons.cross("Cancel this job", "", () -> cancelling.accept(shown));
    cancel.setId("cancel-job");
    bar.setPrefWidth(84);
    share.getStyleClass().add("tri-mono");
    setVisible(false);
    managedProperty().bind(visibleProperty());
  }

  void show(List<JobStatus> jobs) {
    var worth = jobs.stream().filter(job -> job.elapsedMillis() >= SHOW_AFTER_MILLIS).toList();
    Optional<JobStatus> first = worth.stream().findFirst();
    setVisible(first.isPresent());
    first.ifPresent(job -> show(job, worth.size() - 1));
  }

  private void show(JobStatus job, int others) {
    shown = job.id();
    if (getChildren().isEmpty()) {
      getChildren().addAll(name, bar, share, cancel);
    }
    var detail = job.detail().isEmpty() ? "" : ", " + job.detail();
    name.setText(job.name() + (others > 0 ? " and " + others + " more" : ""));
    Tip.on(this, job.name() + detail);
    boolean known = !Double.isNaN(job.fraction());
    bar.setProgress(known ? job.fraction() : ProgressBar.INDETERMINATE_PROGRESS);
    share.setText(
        known
            ? String.format(Locale.ROOT, "%d %%", Math.round(job.fraction() * 100))
            : String.format(Locale.ROOT, "%.1f s", job.elapsedMillis() / 1000.0));
    cancel.setDisable(job.state() == JobStatus.State.CANCELLING);
    setAccessibleText(job.name() + ", " + share.getText());
  }
}
