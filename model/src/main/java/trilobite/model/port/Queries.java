// SPDX-License-Identifier: Apache-2.0
package trilobite.model.port;

import java.io.IOException;
import java.util.List;
import trilobite.model.guest.View;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryException;
import trilobite.model.query.QueryTerms;

/// Answers SQL over a guest's views and the runs that are kept. Safe from any thread but JavaFX's:
/// calls block.
public interface Queries {

  /// All tables there are, with their columns.
  List<View<?>> tables();

  /// Reads the tables that the query names, each once, and answers it from that snapshot. A query
  /// changes nothing, reaches no file, and ends in time.
  ///
  /// @param guest asked only where a table of a guest's is named
  /// @throws QueryException where the query is wrong or exceeds its time, or a table cannot be seen
  /// @throws IOException where the guest or the history cannot be reached
  QueryAnswer ask(String sql, QueryTerms terms, Choice guest)
      throws QueryException, IOException, InterruptedException;

  /// Chooses the guest.
  @FunctionalInterface
  interface Choice {
    /// @throws IOException where there is none; says what to do
    LiveGuest guest() throws IOException;
  }
}
