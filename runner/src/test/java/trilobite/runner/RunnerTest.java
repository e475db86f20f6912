// SPDX-License-Identifier: Apache-2.0
package trilobite.runner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.machine.MachineCheck;
import trilobite.runner.place.PrivateFolder;
import trilobite.runner.place.Self;

class RunnerTest {

  /// More runs than are cleared away while a workbench is opened.
  private static final int LEFT = 100;

  @TempDir Path home;

  private Map<String, String> env() {
    return Map.of(
        "PATH", home.resolve("nothing").toString(),
        "XDG_CONFIG_HOME", home.resolve("config").toString(),
        "XDG_STATE_HOME", home.resolve("state").toString(),
        "XDG_CACHE_HOME", home.resolve("cache").toString(),
        "XDG_DATA_HOME", home.resolve("data").toString(),
        "XDG_RUNTIME_DIR", home.toString());
  }

  @Test
  void aMachineWithNothingStillOpensTheWorkbench() throws IOException {
    try (var workbench = Runner.open(env())) {
      assertThat(workbench.guests().running()).isEmpty();
      assertThat(workbench.history().runs(10)).isEmpty();
      assertThat(workbench.projects().recent()).isEmpty();
      assertThat(workbench.jobs().running()).isEmpty();
      assertThat(workbench.builds().templates()).isNotEmpty();
      assertThat(workbench.machine().report().checks())
          .anyMatch(c -> c.id().equals("qemu") && c.state() == MachineCheck.State.MISSING);
    }
  }

  @Test
  void aShortProgramClearsAwayWhatTheDeadLeftBeforeItEnds() throws IOException {
    var base = PrivateFolder.require(home.resolve("trilobite"));
    for (int run = 1; run <= LEFT; run++) {
      var left = PrivateFolder.require(base.resolve(Integer.toString(run)));
      // No process has that number.
      Files.writeString(left.resolve("owner"), Integer.MAX_VALUE + "\n1\n" + home.resolve("7"));
    }

    Runner.open(env()).close();

    assertThat(base.resolve(Integer.toString(LEFT))).doesNotExist();
  }

  @Test
  void theProgramKnowsHowItWasStarted() throws IOException {
    var words = Self.command(0);

    assertThat(words.getFirst()).endsWith("java");
    assertThat(Self.command(1)).isEqualTo(words.subList(0, words.size() - 1));
  }
}
