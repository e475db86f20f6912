// SPDX-License-Identifier: Apache-2.0
package trilobite.app.window;

import static org.assertj.core.api.Assertions.assertThat;
import static trilobite.app.window.Patience.until;

import java.lang.reflect.Field;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A window in which nothing happens wakes nobody, and one in which something happens is awake.
@Tag("xvfb")
@ExtendWith(Screen.class)
final class RestStepTest {

  @RegisterExtension final Sitting sitting = new Sitting();

  @Test
  void theClockOfFramesRestsUntilAFrameIsWanted() throws Exception {
    var person = new Person(sitting.open());
    until("a clock that can rest", () -> clock().getClass().getSimpleName().equals("Ticks"));
    for (int i = 0; i < 3; i++) {
      until("a clock at rest", () -> !ticking());
      person.keys(KeyCode.CONTROL, KeyCode.K);
      person.await("#palette-field:focused");
      assertThat(clock().getClass().getSimpleName()).isEqualTo("Ticks");
      person.keys(KeyCode.ESCAPE);
    }
  }

  private static Object clock() throws Exception {
    var toolkit = Class.forName("com.sun.javafx.tk.Toolkit").getMethod("getToolkit").invoke(null);
    return value(toolkit, "pulseTimer");
  }

  private static boolean ticking() throws Exception {
    return (boolean) value(clock(), "ticking");
  }

  private static Object value(Object of, String name) throws Exception {
    Field field = of.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(of);
  }
}
