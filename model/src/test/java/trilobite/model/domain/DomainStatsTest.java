// SPDX-License-Identifier: Apache-2.0
package trilobite.model.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What `virsh domstats` of libvirt 9.0 prints.
class DomainStatsTest {

  private static final String TWO =
      """
      Domain: 'tide one'
        state.state=1
        state.reason=1
        cpu.time=510000000
        cpu.user=280000000
        balloon.current=65536
        balloon.maximum=65536
        balloon.rss=44820
        vcpu.current=1
        vcpu.0.time=160000000
        net.count=2
        net.0.rx.bytes=1000
        net.1.rx.bytes=24
        net.0.tx.bytes=7
        block.count=0

      Domain: 'it's off'
        state.state=5
        vcpu.maximum=1

      """;

  @Test
  void eachDomainHasItsOwnFigures() {
    var domains = DomainStats.parse("qemu:///session", TWO);

    assertThat(domains)
        .containsExactly(
            new Domain(
                "qemu:///session",
                "tide one",
                "running",
                OptionalInt.of(1),
                OptionalLong.of(64 << 20),
                OptionalLong.of(44820 * 1024),
                OptionalLong.of(160_000_000),
                OptionalLong.of(1024),
                OptionalLong.of(7),
                OptionalLong.empty()),
            new Domain(
                "qemu:///session",
                "it's off",
                "shut off",
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalLong.empty()));
  }

  @Test
  void whatIsNoFigureIsNotTold() {
    var domain =
        DomainStats.parse("u", "error: x\nDomain: 'a'\n  state.state=99\n  vcpu.0.time=-1\n  x\n")
            .getFirst();

    assertThat(domain.state()).isEqualTo("state 99");
    assertThat(domain.cpuNanos()).hasValue(0);
    assertThat(DomainStats.parse("u", "")).isEmpty();
  }
}
