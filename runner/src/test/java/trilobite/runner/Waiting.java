// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.Assertions;

/// Waits in tests for something to become true.
public final class Waiting {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Waiting() {}

  /// Returns as soon as the condition holds; fails the test where it never does.
  public static void until(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        Assertions.fail("did not happen within " + PATIENCE + ": " + what);
      }
      Thread.sleep(2);
    }
  }
}
