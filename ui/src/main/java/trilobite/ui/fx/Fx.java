// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import trilobite.model.job.Job;
import trilobite.model.job.Subscription;
import trilobite.model.port.Jobs;

/// The one door to the JavaFX thread.
public final class Fx {

  private static final long OFTEN_MILLIS = 50;

  /// How often those look who are told of news anyway: each look costs a guest under load more than
  /// the processor time that it takes.
  static final long SELDOM_MILLIS = 500;

  private Fx() {}

  /// Runs `action` on the JavaFX thread: now when called there, soon otherwise.
  public static void run(Runnable action) {
    if (Platform.isFxApplicationThread()) {
      action.run();
    } else {
      Platform.runLater(action);
    }
  }

  /// Runs `action` on the JavaFX thread after the present event.
  public static void later(Runnable action) {
    Platform.runLater(action);
  }

  /// Runs `action` once, when the scene has been laid out next: what asks where text stands learns
  /// where it stood before, until then. JavaFX thread only.
  public static void afterLayout(Scene scene, Runnable action) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            action.run();
          }
        });
    Platform.requestNextPulse();
  }

  /// Runs `pull` on the JavaFX thread about every `everyMillis`, until closed. Views pull snapshots
  /// here; nobody pushes into a node.
  public static Subscription pull(long everyMillis, Runnable pull) {
    var turn = Beat.join(everyMillis, false, pull);
    return turn::leave;
  }

  /// Runs `look`, which takes next to nothing, on the JavaFX thread with all [#news()] and twice a
  /// second, until closed.
  public static Subscription keepUp(Runnable look) {
    var turn = Beat.join(SELDOM_MILLIS, true, look);
    return turn::leave;
  }

  /// Has everyone who keeps up or follows look now: a window in which nothing happens looks seldom,
  /// so that it costs next to nothing. News that come all the time are looked at twenty times a
  /// second while somebody is at work in the window, else twice. Any thread.
  public static void news() {
    Beat.hurry();
  }

  /// A hand is at the window: what it does is to be seen at once, and what comes of it. Any thread.
  public static void touched() {
    Beat.touched();
  }

  /// Whether anybody can see the window: where nobody can, as while it is minimised, everyone looks
  /// once a second at most. Seen again, they look at once. Any thread.
  public static void seen(boolean now) {
    Beat.seen(now);
  }

  /// Runs `look` on the JavaFX thread twenty times a second, twice where nothing happens, and at
  /// frame rate as long as it says again and again that it found news, until closed.
  public static Subscription follow(BooleanSupplier look) {
    return follow(OFTEN_MILLIS, look);
  }

  /// As [#follow(BooleanSupplier)], with looks every `millis` where something happens.
  public static Subscription follow(long millis, BooleanSupplier look) {
    long rest = Math.max(millis, SELDOM_MILLIS);
    return new Looks(quiet -> quiet < Looks.PATIENCE ? millis : rest, look);
  }

  /// As [#follow(BooleanSupplier)], with looks as often as what is shown moves by itself, and with
  /// all [#news()].
  ///
  /// @param everyMillis asked on the JavaFX thread before each look; not taken for more than half a
  ///   second
  public static Subscription follow(LongSupplier everyMillis, BooleanSupplier look) {
    return new Looks(_ -> Math.min(everyMillis.getAsLong(), SELDOM_MILLIS), look);
  }

  /// Runs `then` on the JavaFX thread once a job is cancelled, here or in the status bar: a view
  /// that waits for it hears of that by no other way.
  public static void whenCancelled(Jobs.Running<?> job, Runnable then) {
    var result = job.result();
    var _ =
        result.whenComplete(
            (_, _) -> {
              if (result.isCancelled()) {
                later(then);
              }
            });
  }

  /// Starts a job off the JavaFX thread and brings its outcome back onto it, always after the
  /// present event: a job that ends at once must not come back before its caller holds it. A
  /// cancelled job calls neither; see [#whenCancelled].
  public static <T> Jobs.Running<T> start(
      Jobs jobs, Job<T> job, Consumer<? super T> done, Consumer<? super Throwable> failed) {
    var running = jobs.start(job);
    var _ =
        running
            .result()
            .whenComplete(
                (value, error) -> {
                  if (error == null) {
                    later(() -> done.accept(value));
                  } else if (!running.result().isCancelled()) {
                    later(() -> failed.accept(error));
                  }
                });
    return running;
  }
}
