// SPDX-License-Identifier: Apache-2.0
package trilobite.app.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {
  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "10s,PT10S", "10,PT10S", "2m,PT2M", "1h,PT1H"})
  void reads(String text, Duration expected) {
    assertThat(new Durations().convert(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1s", "1d", "s", "1.5s", "99999999999s"})
  void refusesWithTheFormsThatWork(String text) {
    assertThatThrownBy(() -> new Durations().convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("10s");
  }

  @Test
  void neverOverflows() {
    assertThat(new Durations().convert("999999999h")).isPositive();
  }
}
