// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where packets lie: the files of a run, or one that somebody opened. For one thread at a time.
interface CaptureSource {

  /// The folder or file, for people.
  Path place();

  /// When the run began and what it lost, where somebody noted it.
  Optional<CaptureNotes> notes() throws IOException;

  /// Takes in what was written since the last look.
  void refresh() throws IOException;

  /// Number of the oldest packet.
  long first();

  /// One more than the newest packet's number.
  long end();

  /// The file that holds a packet between [#first()] and [#end()].
  Records holding(long number);

  /// What is damaged, or cut where nobody writes any more.
  Optional<String> trouble(boolean live) throws IOException;
}
