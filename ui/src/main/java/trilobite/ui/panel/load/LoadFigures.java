// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.load;

import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import trilobite.model.port.Load.Figures;

/// The measured numbers: the last second large, the sums small.
final class LoadFigures extends HBox {

  private final Label sent = new Label("–");
  private final Label answered = new Label("–");
  private final Label failed = new Label("–");
  private final Label late = new Label("–");
  private final Label median = new Label("–");
  private final Label p99 = new Label("–");
  private final Label sentSum = new Label();
  private final Label answeredSum = new Label();
  private final Label failedSum = new Label();
  private final Label lateSum = new Label();

  LoadFigures() {
    getStyleClass().add("load-figures");
    getChildren()
        .addAll(
            figure("Sent", sent, sentSum),
            figure("Answered", answered, answeredSum),
            figure("Failed", failed, failedSum),
            figure("Late", late, lateSum),
            figure("Median", median, new Label("of all answers")),
            figure("99 % within", p99, new Label("of all answers")));
  }

  private static VBox figure(String title, Label value, Label below) {
    var name = new Label(title);
    name.getStyleClass().addAll("tri-small", "tri-muted");
    value.getStyleClass().add("load-value");
    value.setId("load-" + title.toLowerCase(Locale.ROOT).replace(" ", "").replace("%", ""));
    below.getStyleClass().addAll("tri-small", "tri-muted");
    return new VBox(name, value, below);
  }

  void show(LoadModel.Now now, Figures all) {
    sent.setText(rate(now.sent()));
    answered.setText(rate(now.answered()));
    failed.setText(rate(now.failed()));
    late.setText(rate(now.late()));
    mark(failed, now.failed() > 0 ? "tri-bad" : "");
    mark(late, now.late() > 0 ? "tri-warn" : "");
    sentSum.setText(sum(all.sent()));
    answeredSum.setText(sum(all.answered()));
    failedSum.setText(sum(all.failed()));
    lateSum.setText(sum(all.late()));
    median.setText(millis(all, all.medianMillis()));
    p99.setText(millis(all, all.p99Millis()));
  }

  /// What has stopped has no rate any more; its sums and times stand.
  void rest() {
    for (var rate : List.of(sent, answered, failed, late)) {
      rate.setText("–");
      mark(rate, "");
    }
  }

  private static void mark(Label value, String style) {
    value.getStyleClass().removeAll("tri-bad", "tri-warn");
    if (!style.isEmpty()) {
      value.getStyleClass().add(style);
    }
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f/s", perSecond);
  }

  private static String sum(long count) {
    return String.format(Locale.ROOT, "%,d in all", count);
  }

  /// Nothing was measured before the first answer.
  private static String millis(Figures all, double millis) {
    return all.answered() == 0
        ? "–"
        : String.format(Locale.ROOT, millis < 10 ? "%.2f ms" : "%.0f ms", millis);
  }
}
