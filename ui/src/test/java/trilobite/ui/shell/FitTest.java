// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FitTest {

  @Test
  void everythingFitsIntoAWideWindow() {
    assertThat(Fit.at(1600, 1)).isEqualTo(new Fit(true, true, true, true, true, true));
  }

  @Test
  void labelsGoFirstThenVitalsThenTheLeftPanelThenDetails() {
    assertThat(Fit.at(1439, 1)).isEqualTo(new Fit(true, true, false, true, true, true));
    assertThat(Fit.at(1399, 1)).isEqualTo(new Fit(true, false, false, true, true, true));
    assertThat(Fit.at(1199, 1)).isEqualTo(new Fit(false, false, false, true, true, true));
    assertThat(Fit.at(Fit.MIN_WIDTH, 1)).isEqualTo(new Fit(false, false, false, false, true, true));
  }

  @Test
  void largerTextFitsLess() {
    assertThat(Fit.at(1600, 2)).isEqualTo(new Fit(false, false, false, false, true, false));
    assertThat(Fit.at(1280, 2)).isEqualTo(new Fit(false, false, false, false, false, false));
    assertThat(Fit.at(1600, 1.5)).isEqualTo(Fit.at(1600 / 1.5, 1));
  }
}
