// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.welcome;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.ui.fx.Fx;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The first page: ways to begin, the demo's steps, and what this machine has.
public final class WelcomePanel implements Panel {

  private static final PanelInfo INFO =
      new PanelInfo("welcome", "Welcome", "ci-home", Place.PAGE, 10, "");
  private static final long LOOK_MILLIS = 500;

  private Optional<WelcomeView> view = Optional.empty();
  private Optional<Desk> desk = Optional.empty();
  private Subscription look = () -> {};

  @Override
  public PanelInfo info() {
    return INFO;
  }

  @Override
  public Node open(Desk opening) {
    desk = Optional.of(opening);
    var shown = new WelcomeView(opening);
    view = Optional.of(shown);
    opening.session().project().addListener((_, _, _) -> recent());
    return shown.node();
  }

  @Override
  public void shown(boolean visible) {
    look.close();
    if (visible) {
      recent();
      look = Fx.pull(LOOK_MILLIS, this::refresh);
      refresh();
    }
  }

  @Override
  public void focus() {
    view.ifPresent(WelcomeView::focus);
  }

  @Override
  public void close() {
    look.close();
  }

  private void refresh() {
    desk.ifPresent(
        now ->
            view.ifPresent(
                shown -> {
                  shown.steps(Steps.of(now.session()));
                  shown.machine(now.workbench().machine().report());
                }));
  }

  private void recent() {
    desk.ifPresent(
        now ->
            now.background(
                new Job<List<Path>>(
                    "List recent projects", _ -> now.workbench().projects().recent()),
                found -> view.ifPresent(shown -> shown.recent(found)),
                _ -> {}));
  }
}
