// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.fx;

import com.sun.glass.ui.Application;
import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets JavaFX's clock of frames tick only while a frame is wanted.
///
/// JavaFX asks its clock to pause where no frame was wanted for a quarter of a second, but the one
/// for GTK does nothing then (`com.sun.glass.ui.gtk.GtkTimer._pause` of JavaFX 26): a window at
/// rest wakes its thread sixty times a second, on a processor that a guest may need. A guest under
/// load on two processors answered 1.2 % more requests without.
///
/// It reaches into JavaFX. Where another version looks otherwise inside, everything stays as it is.
public final class RestingPulse {

  private static final Logger log = LoggerFactory.getLogger(RestingPulse.class);
  private static final String GTK = "com.sun.glass.ui.gtk.GtkTimer";
  private static final int SECOND_MILLIS = 1_000;

  private RestingPulse() {}

  /// From now on, once. JavaFX thread.
  ///
  /// @return false where all stays as it is
  public static boolean begin() {
    try {
      return replace(Toolkit.getToolkit());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      log.info("JavaFX's clock ticks all the time: {}", e.toString());
      return false;
    }
  }

  private static boolean replace(Toolkit toolkit) throws ReflectiveOperationException {
    var clock = field(toolkit, "pulseTimer");
    if (!(clock.get(toolkit) instanceof Timer always)
        || !always.getClass().getName().equals(GTK)
        || !(field(toolkit, "timerRunnable").get(toolkit) instanceof Runnable frame)) {
      return false;
    }
    var ticks =
        new Ticks(
            frame,
            new Wish(field(toolkit, "animationRunning").get(toolkit)),
            new Wish(field(toolkit, "nextPulseRequested").get(toolkit)));
    always.stop();
    ticks.start(SECOND_MILLIS / toolkit.getRefreshRate());
    clock.set(toolkit, ticks);
    return true;
  }

  private static Field field(Object of, String name) throws ReflectiveOperationException {
    var field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  /// One of the reasons why JavaFX wants another frame.
  private static final class Wish {
    private final Object task;
    private final Method get;

    Wish(Object task) throws ReflectiveOperationException {
      this.task = task;
      get = task.getClass().getDeclaredMethod("get");
      get.setAccessible(true);
    }

    /// Where it cannot be told, the clock goes on.
    boolean there() {
      try {
        return !Boolean.FALSE.equals(get.invoke(task));
      } catch (ReflectiveOperationException e) {
        return true;
      }
    }
  }

  /// The lock of [Timer] guards what it holds: [Timer#resume()] comes on any thread.
  private static final class Ticks extends Timer {
    private final Runnable frame;
    private final Wish animation;
    private final Wish pulse;
    private final Timer clock;
    private int period;
    private boolean ticking;

    Ticks(Runnable frame, Wish animation, Wish pulse) {
      super(frame);
      this.frame = frame;
      this.animation = animation;
      this.pulse = pulse;
      this.clock = Application.GetApplication().createTimer(this::tick);
    }

    private void tick() {
      frame.run();
      synchronized (this) {
        // Who wants a frame says so first and resumes the clock then: none is missed.
        if (!animation.there() && !pulse.there()) {
          _stop(1);
        }
      }
    }

    @Override
    protected long _start(Runnable same) {
      throw new UnsupportedOperationException("no signal of the screen's is known");
    }

    @Override
    protected synchronized long _start(Runnable same, int millis) {
      period = millis;
      _resume(1);
      return 1;
    }

    @Override
    protected synchronized void _stop(long same) {
      if (ticking) {
        clock.stop();
        ticking = false;
      }
    }

    /// It has long paused by itself.
    @Override
    protected void _pause(long same) {}

    @Override
    protected synchronized void _resume(long same) {
      if (!ticking) {
        clock.start(period);
        ticking = true;
      }
    }
  }
}
