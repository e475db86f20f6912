// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A thread's run time and state from files of `/proc` that are kept open, which the kernel writes
/// anew for each reading from its beginning: one system call a reading, and nothing that the
/// collector would have to clear away.
final class OpenClock implements ThreadClock {

  /// A line of `stat`, whose numbers may have twenty digits each; its name has 64 bytes at most.
  private static final int MOST = 2048;

  /// Between the end of a name and the state.
  private static final int STATE = 2;

  private final FileChannel file;
  private final FileChannel stat;
  private final Meaning meaning;
  private final ByteBuffer bytes = ByteBuffer.allocateDirect(MOST);
  private final ByteBuffer states = ByteBuffer.allocateDirect(MOST);

  /// What a file says, in nanoseconds.
  @FunctionalInterface
  interface Meaning {
    long nanos(ByteBuffer text) throws IOException;
  }

  /// @param file that tells the time
  /// @param stat that tells the state
  OpenClock(Path file, Path stat, Meaning meaning) throws IOException {
    this.file = FileChannel.open(file);
    try {
      this.stat = FileChannel.open(stat);
    } catch (IOException e) {
      this.file.close();
      throw e;
    }
    this.meaning = meaning;
  }

  @Override
  public long nanos() throws IOException {
    file.read(bytes.clear(), 0);
    return meaning.nanos(bytes.flip());
  }

  /// `R` in the third field, `Documentation/filesystems/proc.rst`. The name before it may hold
  /// anything.
  @Override
  public boolean running() throws IOException {
    stat.read(states.clear(), 0);
    states.flip();
    int at = states.limit() - 1;
    while (at >= 0 && states.get(at) != ')') {
      at--;
    }
    if (at < 0 || at + STATE >= states.limit()) {
      throw new IOException("stat does not read as Linux writes it");
    }
    return states.get(at + STATE) == 'R';
  }

  /// The number that a text begins with.
  static long leading(ByteBuffer text) throws IOException {
    long number = 0;
    int at = 0;
    for (; at < text.limit() && text.get(at) >= '0' && text.get(at) <= '9'; at++) {
      number = number * 10 + text.get(at) - '0';
    }
    if (at == 0) {
      throw new IOException("schedstat does not read as Linux writes it");
    }
    return number;
  }

  @Override
  public void close() throws IOException {
    try (file) {
      stat.close();
    }
  }
}
