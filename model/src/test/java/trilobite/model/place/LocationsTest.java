// SPDX-License-Identifier: Apache-2.0
package trilobite.model.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LocationsTest {
  private static final Path ACCOUNT = Path.of("/home/ann");

  @Test
  void theEnvironmentsFoldersGoFirst() {
    var places =
        Locations.of(
            Map.of(
                "HOME", "/other",
                "XDG_STATE_HOME", "/state",
                "XDG_RUNTIME_DIR", "/run/user/7"),
            ACCOUNT,
            7);
    assertThat(places.state()).isEqualTo(Path.of("/state/trilobite"));
    assertThat(places.runtime()).isEqualTo(Path.of("/run/user/7/trilobite"));
    assertThat(places.config()).isEqualTo(Path.of("/other/.config/trilobite"));
  }

  @Test
  void anEmptyEnvironmentLeavesTheAccountsHomeAndMemory() {
    var places = Locations.of(Map.of(), ACCOUNT, 7);
    assertThat(places.data()).isEqualTo(Path.of("/home/ann/.local/share/trilobite"));
    assertThat(places.cache()).isEqualTo(Path.of("/home/ann/.cache/trilobite"));
    assertThat(places.runtime()).isEqualTo(Path.of("/dev/shm/trilobite-7"));
  }

  @Test
  void relativeFoldersAreIgnored() {
    var env = Map.of("HOME", "here", "XDG_CONFIG_HOME", "config", "XDG_RUNTIME_DIR", "run");
    assertThat(Locations.of(env, ACCOUNT, 7)).isEqualTo(Locations.of(Map.of(), ACCOUNT, 7));
  }
}
