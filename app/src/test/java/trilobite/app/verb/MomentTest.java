// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentTest {

  @Test
  void toTheSecondWithoutZone() {
    assertThat(Moment.local(Instant.parse("2026-03-01T12:30:45.987654321Z")))
        .matches("2026-0(2-28|3-01|3-02) \\d\\d:\\d\\d:45");
  }
}
