// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.problems;

import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the Problems panel.
public final class ProblemsPanel implements Panel {
  private final ReadOnlyStringWrapper badge = new ReadOnlyStringWrapper("");
  private Optional<ProblemsView> view = Optional.empty();
  private Runnable close = () -> {};

  @Override
  public PanelInfo info() {
    return new PanelInfo(
        "problems",
        "Problems",
        "ci-warning-alt",
        Place.TOOL,
        70,
        "Alt+7",
        "errors, warnings, diagnostics");
  }

  @Override
  public void announce(Desk desk) {
    var problems = desk.session().problems();
    InvalidationListener count =
        o -> {
          badge.set(problems.isEmpty() ? "" : Integer.toString(problems.size()));
          view.ifPresent(ProblemsView::refresh);
        };
    problems.addListener(count);
    close = () -> problems.removeListener(count);
    count.invalidated(problems);
  }

  @Override
  public Node open(Desk desk) {
    var made = new ProblemsView(desk.session());
    view = Optional.of(made);
    return made.node();
  }

  @Override
  public ReadOnlyStringProperty badge() {
    return badge.getReadOnlyProperty();
  }

  @Override
  public void focus() {
    view.ifPresent(ProblemsView::focus);
  }

  @Override
  public void close() {
    close.run();
  }
}
