// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;

/// How long one thread has run and whether it does, for somebody who asks all the time. One asker.
@FunctionalInterface
public interface ThreadClock extends AutoCloseable {

  /// Nanoseconds on a processor.
  ///
  /// @throws IOException where the thread has ended
  long nanos() throws IOException;

  /// False while it waits for something other than a processor.
  ///
  /// @throws IOException where the thread has ended
  default boolean running() throws IOException {
    return true;
  }

  @Override
  default void close() throws IOException {}
}
