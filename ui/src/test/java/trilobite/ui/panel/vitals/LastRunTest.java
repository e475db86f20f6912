// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import trilobite.model.run.RunId;
import trilobite.model.run.Verdict;
import trilobite.ui.testing.FakeHistory;
import trilobite.ui.testing.Samples;

class LastRunTest {

  @Test
  void onlyAFinishedRunOfTheSameProjectStandsInForTheNextOne() throws IOException {
    var run = Samples.record(7, Verdict.STOPPED, "");
    var history = new FakeHistory().add(run);

    assertThat(LastRun.read(history, Optional.of(run.projectFolder())).orElseThrow().record().id())
        .isEqualTo(new RunId(7));
    assertThat(LastRun.read(history, Optional.empty())).isPresent();
    assertThat(LastRun.read(history, Optional.of(Path.of("/work/other")))).isEmpty();
    assertThat(LastRun.read(new FakeHistory(), Optional.empty())).isEmpty();
  }
}
