// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import trilobite.ui.chart.FileChoice;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.Door;
import trilobite.ui.panel.PanelInfo;
import trilobite.ui.panel.Place;

/// The door of the query panel.
public final class QueryPanel extends Door<QueryView> {

  public QueryPanel() {
    super(new PanelInfo("query", "Query", "ci-data-base", Place.TOOL, 66, "", "SQL, tables"));
  }

  @Override
  protected QueryView make(Desk desk) {
    return new QueryView(desk, FileChoice.NATIVE);
  }
}
