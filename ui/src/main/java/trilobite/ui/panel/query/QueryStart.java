// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import trilobite.ui.control.Hint;

/// What is shown before the first query: two to begin with. JavaFX thread.
final class QueryStart {

  private static final String THREADS =
      """
      select name, state, cpu, waits_for, holder
      from threads
      order by cpu desc\
      """;
  private static final String MEMORY =
      """
      select kind, count(*) as regions, sum(size) as bytes, sum(touched) as touched
      from memory_map
      group by kind
      order by bytes desc\
      """;

  private QueryStart() {}

  /// @param ask takes the query that was chosen
  static Node offering(Consumer<String> ask) {
    return Hint.empty(
        "ci-data-base",
        "No query yet",
        "Every view of the guest and every past run is a table. Write a select, or begin with one:",
        example("Threads", THREADS, ask),
        example("Memory", MEMORY, ask));
  }

  private static Button example(String title, String sql, Consumer<String> ask) {
    return Hint.action("", title, () -> ask.accept(sql));
  }
}
