// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import java.io.IOException;
import trilobite.model.inspect.Question;
import trilobite.model.reading.Source;

/// Answers single questions to one guest. Called from any thread, several at once.
public interface Answers {

  /// May block while gdb reads a type that was never asked for.
  ///
  /// @throws IOException where there is no answer now; the message is fit for people
  <A> Said<A> to(Question<A> question) throws IOException;

  /// An answer, and where it was found.
  ///
  /// @param pauses how often the guest was paused for it
  record Said<A>(A answer, Source source, int pauses) {}
}
