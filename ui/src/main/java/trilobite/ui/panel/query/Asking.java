// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.query;

import java.io.IOException;
import java.util.Optional;
import trilobite.model.job.Job;
import trilobite.model.port.LiveGuest;
import trilobite.model.query.QueryAnswer;
import trilobite.model.query.QueryTerms;
import trilobite.ui.panel.Desk;
import trilobite.ui.panel.ShownRun;

/// The job that asks a query.
final class Asking {

  private Asking() {}

  /// Asks of the guest that is shown now. Cancelled, it interrupts itself: a query that never gives
  /// a row looks at nothing else.
  static Job<QueryAnswer> of(Desk desk, String sql) {
    var queries = desk.workbench().queries();
    var guest = desk.session().run().get().flatMap(ShownRun::live);
    return new Job<>(
        "Run the query",
        context -> {
          context.onCancel(Thread.currentThread()::interrupt);
          return queries.ask(sql, QueryTerms.USUAL, () -> chosen(guest));
        });
  }

  private static LiveGuest chosen(Optional<LiveGuest> guest) throws IOException {
    return guest.orElseThrow(
        () -> new IOException("no guest runs; press Run, or ask runs, run_vitals, run_events"));
  }
}
