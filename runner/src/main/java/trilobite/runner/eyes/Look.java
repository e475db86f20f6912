// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import trilobite.model.guest.Listing;
import trilobite.model.reading.Source;

/// Reads the rows of one view of one guest. Called from any thread, several at once.
@FunctionalInterface
public interface Look<R extends Record> {

  /// @throws IOException where there is nothing to be read now; the message is fit for people
  Seen<R> read() throws IOException;

  /// What was read, and where.
  ///
  /// @param pauses how often the guest was paused for it
  record Seen<R extends Record>(Listing<R> rows, Source source, int pauses) {

    /// Read without a pause.
    public static <R extends Record> Seen<R> of(Listing<R> rows, Source.Kind kind, String detail) {
      return new Seen<>(rows, new Source(kind, detail), 0);
    }
  }
}
