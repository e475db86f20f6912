// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.sockets;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ListenerRow;

class FullnessTest {

  private final Fullness fullness = new Fullness();
  private final Endpoint.Key key = new Endpoint.Key(1, Host.NONE, 80, Host.NONE, 0);

  private Fullness.Verdict see(boolean full, long ignored, long now) {
    var refusals = new PacketFacts.Refusals(ignored, 0, 0);
    return fullness.see(key, full, false, Optional.of(refusals), now);
  }

  @Test
  void ignoredSynsCountForWhateverTheListenerWasThen() {
    assertThat(see(false, 0, 1).word()).isEqualTo(ListenerRow.OPEN);
    // No control block was free.
    assertThat(see(false, 3, 2).others()).hasValue(3);
    var full = see(true, 3, 10);
    assertThat(full.word()).isEqualTo(ListenerRow.FULL);
    assertThat(full.since()).hasValue(10);
    var over = see(true, 8, 20);
    assertThat(over.word()).isEqualTo(ListenerRow.OVERFLOW);
    assertThat(over.since()).hasValue(10);
    assertThat(over.syns()).hasValue(5);
    assertThat(over.others()).hasValue(3);
    assertThat(see(false, 9, 30).since()).isEmpty();
    assertThat(see(true, 9, 40).since()).hasValue(40);
  }

  @Test
  void aClientThatBelievesToBeConnectedIsAnOverflowToo() {
    var verdict = fullness.see(key, true, true, Optional.empty(), 5);
    assertThat(verdict.word()).isEqualTo(ListenerRow.OVERFLOW);
    assertThat(verdict.syns()).isEmpty();
  }
}
