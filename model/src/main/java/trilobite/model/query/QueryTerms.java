// SPDX-License-Identifier: Apache-2.0
package trilobite.model.query;

import java.time.Duration;

/// What a query may take.
///
/// @param time until it is interrupted, the reading of its tables included
/// @param rows of its answer at most
/// @param bytes of its answer's text at most
/// @param paused true to pause the guest while its tables are read, so that all rows of all tables
///   are of one moment; without it each table is true by itself, and tables are microseconds apart
public record QueryTerms(Duration time, int rows, long bytes, boolean paused) {

  public static final QueryTerms USUAL =
      new QueryTerms(Duration.ofSeconds(10), 100_000, 64 << 20, false);
}
