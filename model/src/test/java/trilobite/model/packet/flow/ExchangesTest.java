// SPDX-License-Identifier: Apache-2.0
package trilobite.model.packet.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExchangesTest {

  private static final int MOST = 1 << 10;

  private static Exchange exchange(int i) {
    return new Exchange(3L * i + 1, 3L * i + 2, i / 10.0);
  }

  @Test
  void theNewestAreRememberedAndTheOldestForgotten() {
    var exchanges = new Exchanges(MOST);
    for (int i = 0; i < 5 * MOST + 7; i++) {
      exchanges.put(exchange(i));
      assertThat(exchanges.answeredBy(exchange(i).answer())).hasValue(exchange(i));
    }

    int oldest = 4 * MOST + 7;
    assertThat(exchanges.answeredBy(exchange(oldest - 1).answer())).isEmpty();
    for (int i = oldest; i < 5 * MOST + 7; i++) {
      assertThat(exchanges.answeredBy(exchange(i).answer())).hasValue(exchange(i));
      assertThat(exchanges.answeredBy(exchange(i).request())).isEmpty();
    }
  }

  @Test
  void whereThereAreNoneNothingIsFound() {
    assertThat(new Exchanges().answeredBy(1)).isEmpty();
  }
}
