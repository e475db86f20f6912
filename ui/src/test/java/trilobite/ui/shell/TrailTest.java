// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.project.TextPlace;
import trilobite.ui.shell.Trail.Spot;

final class TrailTest {

  private final Trail trail = new Trail();

  private static Spot at(String tab, int line) {
    return new Spot(tab, Optional.of(new TextPlace(line, 1)));
  }

  @Test
  void goesBackAndForwardAgain() {
    trail.left(at("a", 1));
    trail.left(at("b", 50));
    assertThat(trail.back(Optional.of(at("c", 3)))).contains(at("b", 50));
    assertThat(trail.back(Optional.of(at("b", 50)))).contains(at("a", 1));
    assertThat(trail.back(Optional.of(at("a", 1)))).isEmpty();
    assertThat(trail.forward(Optional.of(at("a", 1)))).contains(at("b", 50));
    assertThat(trail.forward(Optional.of(at("b", 50)))).contains(at("c", 3));
    assertThat(trail.forward(Optional.of(at("c", 3)))).isEmpty();
  }

  @Test
  void aNewWayForgetsTheOldOneForward() {
    trail.left(at("a", 1));
    trail.back(Optional.of(at("b", 1)));
    trail.left(at("a", 40));
    assertThat(trail.forward(Optional.of(at("c", 1)))).isEmpty();
  }

  @Test
  void stepsOverWhatIsNoStepAndWhatIsClosed() {
    trail.left(at("a", 10));
    trail.left(at("a", 11));
    trail.left(at("b", 1));
    trail.closed("b");
    assertThat(trail.back(Optional.of(at("a", 11)))).isEmpty();
  }
}
