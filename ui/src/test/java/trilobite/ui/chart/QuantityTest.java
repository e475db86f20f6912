// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "PERCENT, 83.4, 83.4 %",
    "PERCENT, 100, 100 %",
    "PERCENT, 0, 0 %",
    "BYTES, 0, 0 B",
    "BYTES, 1023, 1023 B",
    "BYTES, 1024, 1.00 KiB",
    "BYTES, 43830476.8, 41.8 MiB",
    "BYTES_PER_SECOND, 18432, 18.0 KiB/s",
    "PER_SECOND, 5600, 5.60 k/s",
    "PER_SECOND, 999.9, 1.00 k/s",
    "PER_SECOND, 12, 12/s",
    "COUNT, 37, 37",
    "COUNT, 37000, 37.0 k"
  })
  void writesThreeDigitsAndAUnit(Quantity quantity, double value, String text) {
    assertThat(quantity.text(value)).isEqualTo(text);
  }

  @Test
  void writesLegendValuesInTheUnitOfTheLargest() {
    assertThat(Quantity.BYTES.bare(20 << 20, 64 << 20)).isEqualTo("20.0");
    assertThat(Quantity.BYTES.unit(64 << 20)).isEqualTo("MiB");
    assertThat(Quantity.PER_SECOND.prefix(2_820)).isEqualTo(" k");
  }

  @Test
  void writesLimitsWithoutNeedlessDigits() {
    assertThat(Quantity.BYTES.round(64 << 20)).isEqualTo("64 MiB");
    assertThat(Quantity.BYTES.round(1536)).isEqualTo("1.5 KiB");
  }

  @Test
  void writesAllDigitsInTooltips() {
    assertThat(Quantity.BYTES.exact(43_829_248)).isEqualTo("43,829,248 B");
    assertThat(Quantity.PER_SECOND.exact(2_823.456)).isEqualTo("2,823.46/s");
    assertThat(Quantity.PERCENT.exact(Double.NaN)).isEqualTo("–");
  }

  @Test
  void knowsTheQuantityOfAUnit() {
    assertThat(Quantity.of("percent of one host core", false)).isEqualTo(Quantity.PERCENT);
    assertThat(Quantity.of("bytes", false)).isEqualTo(Quantity.BYTES);
    assertThat(Quantity.of("bytes", true)).isEqualTo(Quantity.BYTES_PER_SECOND);
    assertThat(Quantity.of("packets", true)).isEqualTo(Quantity.PER_SECOND);
  }
}
