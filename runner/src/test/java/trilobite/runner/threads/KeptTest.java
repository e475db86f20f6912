// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeptTest {

  private final Kept<String, Integer> kept = new Kept<>();

  @Test
  void whatAReadingSeesIsThereForTheNext() {
    kept.begin();
    assertThat(kept.see("a")).isNull();
    kept.put("a", 1);
    kept.put("a", 2);
    kept.begin();
    assertThat(kept.see("a")).isEqualTo(2);
    kept.begin();
    assertThat(kept.see("a")).isEqualTo(2);
  }

  @Test
  void whatAReadingDoesNotSeeIsForgotten() {
    kept.begin();
    kept.put("a", 1);
    kept.put("b", 2);
    kept.begin();
    assertThat(kept.see("b")).isEqualTo(2);
    assertThat(kept.see("b")).isEqualTo(2);
    kept.begin();
    assertThat(kept.see("a")).isNull();
    assertThat(kept.see("b")).isEqualTo(2);
  }
}
