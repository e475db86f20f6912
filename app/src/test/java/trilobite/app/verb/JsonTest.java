// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import trilobite.model.reading.Measured;
import trilobite.model.reading.Reading;
import trilobite.model.reading.Source;

class JsonTest {
  @Test
  void keepsTheOrderOfItsKeys() {
    assertThat(Json.event("boot").put("firstByteMs", 12.5))
        .hasToString("{\"event\":\"boot\",\"firstByteMs\":12.5}");
  }

  @Test
  void writesWhatIsAbsentAsNull() {
    assertThat(new Json().put("a", Optional.empty()).put("b", OptionalDouble.empty()))
        .hasToString("{\"a\":null,\"b\":null}");
  }

  @Test
  void writesWholeNumbersWithoutAFraction() {
    assertThat(new Json().put("touched", 67108864.0)).hasToString("{\"touched\":67108864}");
  }

  @Test
  void neverWritesNaN() {
    assertThat(new Json().put("cpu", Double.NaN)).hasToString("{\"cpu\":null}");
  }

  @Test
  void saysWhyAValueIsUnknown() {
    assertThat(new Json().measured("heapUsed", Measured.unknown("no symbols")))
        .hasToString("{\"heapUsed\":null,\"heapUsedWhy\":\"no symbols\"}");
  }

  @Test
  void carriesTheProvenanceOnce() {
    var reading = new Reading<>(1, new Source(Source.Kind.GUEST_MEMORY, "tide_heap"), 40, 7, 0);
    assertThat(new Json().provenance(reading))
        .hasToString("{\"source\":\"tide_heap\",\"takenAt\":40,\"costUs\":7,\"pauses\":0}");
  }
}
