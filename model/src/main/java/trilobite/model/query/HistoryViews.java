// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.util.List;
import trilobite.model.guest.View;

/// Tables of past runs. They need no guest.
public final class HistoryViews {

  public static final View<RunRow> RUNS =
      View.of("runs", RunRow.class, "runs that are kept, the newest first");
  public static final View<RunVitalRow> VITALS =
      View.of(
          "run_vitals",
          RunVitalRow.class,
          "samples of the runs that are kept, the newest run first");
  public static final View<RunEventRow> EVENTS =
      View.of("run_events", RunEventRow.class, "events of the runs that are kept");

  private HistoryViews() {}

  public static List<View<?>> all() {
    return List.of(RUNS, VITALS, EVENTS);
  }
}
