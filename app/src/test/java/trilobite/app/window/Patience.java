// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.geometry.Bounds;

/// Waits for conditions, and asks them on JavaFX's thread. Deadlines are far beyond what is usual,
/// for a machine that does other things meanwhile.
final class Patience {

  static final Duration USUAL = Duration.ofSeconds(40);

  private static final int FRAMES = 10;

  private Patience() {}

  /// A condition that may fail while what it looks at is being made.
  interface Condition {
    boolean holds() throws Exception;
  }

  /// The value of `work`, computed on JavaFX's thread.
  static <T> T onFx(Callable<T> work) {
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
      return result.get(USUAL.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception failure) {
      throw new AssertionError("on JavaFX's thread: " + failure, failure);
    }
  }

  /// Waits until the condition, asked on JavaFX's thread, holds.
  static void seen(String what, Condition condition) {
    seen(() -> what, condition);
  }

  static void seen(Supplier<String> what, Condition condition) {
    until(what, () -> onFx(condition::holds));
  }

  /// Waits until the condition, asked on this thread, holds.
  static void until(String what, Condition condition) {
    until(() -> what, condition);
  }

  static void until(Supplier<String> what, Condition condition) {
    long end = System.nanoTime() + USUAL.toNanos();
    Throwable last = null;
    while (System.nanoTime() < end) {
      try {
        if (condition.holds()) {
          return;
        }
        last = null;
      } catch (Exception | AssertionError notYet) {
        last = notYet;
      }
      LockSupport.parkNanos(20_000_000);
    }
    throw new AssertionError("waited " + USUAL.toSeconds() + " s in vain for: " + what.get(), last);
  }

  /// The value of something that is looked for until it is there.
  static <T> T found(String what, Supplier<Optional<T>> look) {
    until(what, () -> look.get().isPresent());
    return look.get().orElseThrow();
  }

  /// A place that was the same twice in a row: what is still being laid out moves on.
  static Bounds settled(Callable<Bounds> place) {
    var last = new AtomicReference<Bounds>();
    until(
        "a node to stand still",
        () -> {
          var now = onFx(place);
          var same = now != null && now.equals(last.getAndSet(now));
          return same && now.getWidth() > 0;
        });
    return last.get();
  }

  /// Waits until some frames were painted since now.
  static void frames() {
    var painted = new CompletableFuture<Boolean>();
    onFx(
        () -> {
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              if (++pulses > FRAMES) {
                stop();
                painted.complete(true);
              }
            }
          }.start();
          return true;
        });
    painted.orTimeout(USUAL.toSeconds(), TimeUnit.SECONDS).join();
  }
}
