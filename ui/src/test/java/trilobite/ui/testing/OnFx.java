// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/// Starts JavaFX once for the test process and runs things on its thread.
public final class OnFx {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static boolean started;

  private OnFx() {}

  /// The value of `work`, computed on the JavaFX thread.
  public static <T> T get(Callable<T> work) {
    start();
    if (Platform.isFxApplicationThread()) {
      return now(work);
    }
    var result = new CompletableFuture<T>();
    Platform.runLater(
        () -> {
          try {
            result.complete(work.call());
          } catch (Throwable failure) {
            result.completeExceptionally(failure);
          }
        });
    try {
      return result.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("on the JavaFX thread: " + failure.getMessage(), failure);
    }
  }

  public static void run(Runnable work) {
    get(
        () -> {
          work.run();
          return true;
        });
  }

  /// Waits until `condition`, asked on the JavaFX thread, holds.
  public static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!get(condition::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain for: " + what);
      }
      LockSupport.parkNanos(5_000_000);
    }
  }

  /// Waits until what there is now was styled, laid out and painted. Before that, controls have no
  /// skin, hence no keys and no cells: on a busy machine a test is there sooner than the window.
  public static void painted() {
    var done = new CompletableFuture<Boolean>();
    run(() -> new Pulses(() -> done.complete(true)).start());
    done.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Counts pulses; cells that the first one makes get their size and content by the next ones.
  private static final class Pulses extends AnimationTimer {
    private static final int ENOUGH = 4;

    private final Runnable then;
    private int count;

    Pulses(Runnable then) {
      this.then = then;
    }

    @Override
    public void handle(long now) {
      if (++count > ENOUGH) {
        stop();
        then.run();
      }
    }
  }

  private static <T> T now(Callable<T> work) {
    try {
      return work.call();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }

  private static synchronized void start() {
    if (!started) {
      started = true;
      try {
        Platform.startup(() -> Platform.setImplicitExit(false));
      } catch (IllegalStateException alreadyStarted) {
        Platform.setImplicitExit(false);
      }
    }
  }
}
