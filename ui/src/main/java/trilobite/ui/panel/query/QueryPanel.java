// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.Optional;
import javafx.scene.Node;
import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Panel;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the query panel.
public final class QueryPanel implements Panel {

  private Optional<QueryView> view = Optional.empty();

  @Override
  public PanelInfo info() {
    return new PanelInfo("query", "Query", "ci-data-base", Place.TOOL, 66, "");
  }

  @Override
  public Node open(Desk desk) {
    var opened = new QueryView(desk, FileChoice.NATIVE);
    view = Optional.of(opened);
    return opened;
  }

  @Override
  public void shown(boolean visible) {
    view.ifPresent(opened -> opened.shown(visible));
  }

  @Override
  public void focus() {
    view.ifPresent(QueryView::focusMain);
  }

  @Override
  public void close() {
    view.ifPresent(QueryView::close);
  }
}
