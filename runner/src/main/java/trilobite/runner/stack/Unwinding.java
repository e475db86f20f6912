// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.util.List;
import trilobite.model.inspect.Backtrace.Frame;
import trilobite.runner.threads.ThreadContext;

/// A way to say what is on threads' stacks.
public interface Unwinding {

  /// Copies what may change once the threads go on.
  ///
  /// @param registers of each of the threads
  Taken take(List<ThreadContext> threads, List<Registers> registers) throws IOException;

  /// Stacks as they were at one moment.
  interface Taken extends AutoCloseable {

    /// @param locals true for the frames' variables, too, where they can be told
    List<Unwound> unwound(boolean locals) throws IOException;

    @Override
    void close() throws IOException;
  }

  /// The frames of one thread.
  ///
  /// @param thread its place among those that were asked for, from 1
  /// @param cut why there may be more; empty for none
  record Unwound(int thread, List<Frame> frames, String cut) {}
}
