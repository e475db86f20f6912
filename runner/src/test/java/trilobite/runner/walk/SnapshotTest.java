// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import trilobite.runner.memory.FakeRam;

/// Lists that the guest changes while they are walked.
class SnapshotTest {

  private static final Chain LIST = new Chain(0, 0);

  private final FakeRam ram = new FakeRam(0x1000, 0x9000);
  private int reads;

  private Snapshot read() throws IOException {
    var bounds = new Walk.Bounds(1000, 1_000_000_000);
    return Snapshot.of("the list", LIST, 0x1000, bounds, new Snapshot.Source(ram, () -> 0));
  }

  @Test
  void aListThatStoodStillForTwoWalksCounts() throws IOException {
    ram.words(0x1000, 0x2000).words(0x2000, 0x3000);
    // 0x3000 comes and goes until the tenth reading, then stays away.
    ram.meanwhile(
        () -> {
          if (reads++ < 10) {
            ram.words(0x2000, reads % 3 == 0 ? 0x3000 : 0);
          }
        });
    ram.words(0x2000, 0);
    assertThat(read().elements()).containsExactly(0x2000);
    assertThat(read().cut()).isEmpty();
  }

  @Test
  void aHostThatStoodStillDoesNotMakeItTorn() throws IOException {
    ram.words(0x1000, 0x2000).words(0x2000, 0);
    var late = new AtomicLong();
    var source = new Snapshot.Source(ram, () -> late.addAndGet(60_000_000));
    var bounds = new Walk.Bounds(1000, 50_000_000);
    assertThat(Snapshot.of("the list", LIST, 0x1000, bounds, source).elements())
        .containsExactly(0x2000);
  }

  @Test
  void oneThatNeverStandsStillIsTorn() {
    ram.words(0x1000, 0x2000);
    ram.meanwhile(() -> ram.words(0x1000, 0x2000 + (reads++ % 64) * 0x40L));
    assertThatThrownBy(this::read)
        .isInstanceOf(TornException.class)
        .hasMessageContaining("the list");
  }

  @Test
  void oneThatIsDamagedGivesWhatThereIs() throws IOException {
    ram.words(0x1000, 0x2000).words(0x2000, 0x3000).words(0x3000, 0x2000);
    var looping = read();
    assertThat(looping.elements()).containsExactly(0x2000, 0x3000);
    assertThat(looping.cut().orElseThrow()).contains("back to itself at 0x2000");
    ram.words(0x3000, 0xdead_0000_0000L);
    assertThat(read().elements()).containsExactly(0x2000, 0x3000, 0xdead_0000_0000L);
    assertThat(read().cut().orElseThrow()).contains("nothing to read");
  }
}
