// SPDX-License-Identifier: Apache-2.0
import java.io.IOException;

/// Waits for what must be so before a figure can be taken.
final class Until {

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  private Until() {}

  /// What is waited for.
  interface Condition {
    boolean holds() throws Exception;
  }

  /// @throws IOException where it does not come within a minute
  static void holds(Condition condition, String what) throws Exception {
    long late = System.nanoTime() + PATIENCE_NANOS;
    while (!condition.holds()) {
      if (System.nanoTime() > late) {
        throw new IOException("in vain for " + what);
      }
      Thread.sleep(50);
    }
  }
}
