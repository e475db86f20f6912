// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;

/// How long one thread has run, for somebody who asks all the time. One asker.
@FunctionalInterface
public interface ThreadClock extends AutoCloseable {

  /// Nanoseconds on a processor.
  ///
  /// @throws IOException where the thread has ended
  long nanos() throws IOException;

  @Override
  default void close() throws IOException {}
}
