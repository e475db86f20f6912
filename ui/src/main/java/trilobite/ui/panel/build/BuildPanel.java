// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.build;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import trilobite.model.job.Subscription;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.OpenProject;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Build panel.
public final class BuildPanel implements Panel {
  private Optional<BuildPane> pane = Optional.empty();
  private Subscription follow = () -> {};

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "build", "Build", "ci-tools", Place.TOOL, 20, "Alt+2", "make, compiler output");
  }

  @Override
  public Node open(Desk desk) {
    var made =
        new BuildPane(
            desk.session(), new BuildTimes(desk, FileChoice.NATIVE), () -> desk.reveal("machine"));
    pane = Optional.of(made);
    InvalidationListener changed = _ -> made.refresh();
    ChangeListener<Optional<OpenProject>> opened =
        (_, was, now) -> {
          if (OpenProject.another(was, now)) {
            made.another();
          }
        };
    desk.session().build().addListener(changed);
    desk.session().project().addListener(opened);
    var events =
        desk.session()
            .followBuild(
                event -> {
                  made.told(event);
                  made.refresh();
                });
    follow =
        () -> {
          events.close();
          desk.session().build().removeListener(changed);
          desk.session().project().removeListener(opened);
        };
    return made;
  }

  @Override
  public void focus() {
    pane.ifPresent(BuildPane::focus);
  }

  @Override
  public void close() {
    follow.close();
    pane.ifPresent(BuildPane::close);
  }
}
