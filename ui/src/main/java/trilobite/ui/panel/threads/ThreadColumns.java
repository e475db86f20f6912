// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.function.UnaryOperator;
import trilobite.model.console.GuestText;
import trilobite.model.guest.ThreadKind;
import trilobite.model.guest.ThreadRow;
import trilobite.model.guest.Views;
import trilobite.ui.grid.GridColumn;
import trilobite.ui.grid.GridSpec;
import trilobite.ui.grid.ShapeCell;
import trilobite.ui.grid.TextCell;

/// The threads' columns as this panel shows them; any that the view gets besides are there to be
/// chosen.
final class ThreadColumns {

  private ThreadColumns() {}

  /// @param go shows the thread of that number
  /// @param deadlocked true for the number of one that can never go on
  static GridSpec<ThreadRow> spec(
      ThreadColours colours, LongConsumer go, LongPredicate deadlocked) {
    var looks =
        Map.<String, UnaryOperator<GridColumn<ThreadRow>>>of(
            "id", column -> column.wide(3.5),
            "name",
                column ->
                    column
                        .wide(8)
                        .drawn(
                            () ->
                                new TextCell<>(
                                    row -> GuestText.visible(row.name()), "thread-name")),
            "state",
                column ->
                    column
                        .wide(7.4)
                        .saying(ThreadsModel::state)
                        .drawn(
                            () ->
                                new ShapeCell<>(
                                    "thread-shape",
                                    row -> "thread-" + ThreadKind.of(row.state()).word(),
                                    ThreadsModel::state)),
            "cpu", column -> column.wide(10.7).drawn(() -> new Cells.Cpu(colours)),
            "run_time",
                column -> column.titled("Run time, s").wide(7).saying(ThreadsModel::seconds),
            "stack_used",
                column ->
                    column
                        .titled("Stack, KiB used / size")
                        .wide(15)
                        .saying(ThreadsModel::stack)
                        .drawn(Cells.Stack::new),
            "waits_for",
                column ->
                    column
                        .wide(22)
                        .saying(ThreadColumns::waits)
                        .drawn(() -> new Cells.Waits(go, deadlocked)),
            "top", column -> column.titled("Top frame").wide(13).drawn(Cells.Frame::new));
    var columns =
        Views.THREADS.table().columns().stream()
            .map(GridColumn::of)
            .map(c -> looks.getOrDefault(c.name(), GridColumn::optional).apply(c))
            .toList();
    return new GridSpec<>(
        "threads",
        columns,
        (Function<ThreadRow, Object>) ThreadRow::id,
        row -> rowClass(row, deadlocked),
        "Filter by name, state or frame");
  }

  /// The names that this panel lays out, for a test that the view still has them.
  static List<String> shown() {
    return List.of("id", "name", "state", "cpu", "run_time", "stack_used", "waits_for", "top");
  }

  private static String rowClass(ThreadRow row, LongPredicate deadlocked) {
    if (deadlocked.test(row.id())) {
      return "grid-bad";
    }
    return ThreadKind.of(row.state()) == ThreadKind.EXITED ? "grid-dim" : "";
  }

  private static String waits(ThreadRow row) {
    var what = ThreadsModel.awaited(row).map(ThreadsModel.Awaited::text).orElse("");
    return what + row.holder().map(by -> " held by " + GuestText.visible(by)).orElse("");
  }
}
