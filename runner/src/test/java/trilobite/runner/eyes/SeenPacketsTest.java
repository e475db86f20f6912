// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.eyes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Eyes;
import trilobite.model.guest.Listing;
import trilobite.model.guest.View;
import trilobite.model.guest.Views;
import trilobite.model.reading.Measured;

final class SeenPacketsTest {

  private final List<View<?>> seen = new ArrayList<>();
  private final Eyes eyes =
      new Eyes() {
        @Override
        public <R extends Record> Measured<Listing<R>> see(View<R> view) {
          seen.add(view);
          return Measured.unknown("no packets");
        }
      };

  @Test
  void aSocketsAgeIsLookedUpWithoutListingAllConnections() {
    var asked = new ArrayList<String>();
    var packets =
        new SeenPackets(
            eyes,
            (guest, peer) -> {
              asked.add(guest + " " + peer);
              return Optional.empty();
            },
            () -> 0);
    packets.refusals(80);
    assertThat(packets.begun(80, 4000)).isEqualTo(OptionalLong.empty());
    assertThat(packets.rtt(80, 4001)).isEmpty();
    assertThat(asked).containsExactly("80 4000", "80 4001");
    assertThat(seen).doesNotContain(Views.FLOWS);
  }
}
