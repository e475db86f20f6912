// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.runs;

import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import trilobite.model.job.Job;
import trilobite.model.run.RunId;
import trilobite.model.run.RunRecord;
import trilobite.model.time.HostClock;
import trilobite.ui.control.Hint;
import trilobite.ui.control.Skeleton;
import trilobite.ui.panel.Desk;

/// The tab of one run's page. It is there at once; the history is read behind it.
final class RunDetails {

  private static final Pattern PAGE = Pattern.compile("run-(\\d{1,18})");
  private static final int LINES = 4;

  private RunDetails() {}

  /// The run whose page has this id.
  static Optional<RunId> run(String page) {
    var match = PAGE.matcher(page);
    return match.matches()
        ? Optional.of(new RunId(Long.parseLong(match.group(1))))
        : Optional.empty();
  }

  static void open(RunId run, Desk desk) {
    var place = new StackPane(new Skeleton(LINES));
    desk.openPage("run-" + run.number(), "Run " + run, "ci-recently-viewed", place);
    desk.background(
        new Job<>("Read run " + run, _ -> desk.workbench().history().run(run)),
        found ->
            place
                .getChildren()
                .setAll(found.map(one -> page(one, desk)).orElseGet(() -> gone(run))),
        failure ->
            place
                .getChildren()
                .setAll(
                    Hint.error(
                        "Run " + run + " cannot be read", String.valueOf(failure.getMessage()))));
  }

  private static Node page(RunRecord run, Desk desk) {
    var zone = ZoneId.systemDefault();
    var row = RunRow.of(run, desk.session().status().get(), HostClock.wall(), zone);
    return new RunPage(row, desk, zone);
  }

  private static Node gone(RunId run) {
    return Hint.empty(
        "ci-recently-viewed",
        "Run " + run + " is not kept any more",
        "It was deleted, or made room for newer ones.");
  }
}
