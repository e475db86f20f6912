// SPDX-License-Identifier: Apache-2.0
package trilobite.app;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;

/// Waits in tests of the command line for something to become true.
public final class Waiting {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long LOOK_NANOS = 10_000_000;

  private Waiting() {}

  /// What a test waits for.
  @FunctionalInterface
  public interface Condition {
    boolean holds() throws Exception;
  }

  /// Returns as soon as the condition holds; fails the test where it never does.
  public static void until(String what, Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() > end) {
        Assertions.fail("did not happen within " + PATIENCE + ": " + what);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }
}
