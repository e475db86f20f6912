// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import trilobite.model.run.RunId;
import trilobite.model.run.Verdict;
import trilobite.model.time.Sample;
import trilobite.model.vitals.Vital;
import trilobite.runner.OtherJava;

class KilledWriterTest {

  private static final int EACH = 25;

  @TempDir Path state;

  /// Two processes write at once and are killed in the middle, twice: all that they said they had
  /// written is there, and the file is sound.
  @Test
  void whatWasWrittenSurvivesAKill() throws IOException, InterruptedException {
    var runs =
        List.of(Runs.add(state, Optional.empty()), Runs.add(state, Optional.of(Verdict.LOST)));
    var history = new RunHistory(state, () -> Long.MAX_VALUE);
    history.runs(2);
    var said = new int[runs.size()];
    for (var round = 0; round < 2; round++) {
      var writers = new ArrayList<Process>();
      for (var i = 0; i < runs.size(); i++) {
        writers.add(start(runs.get(i), said[i]));
      }
      try {
        for (var i = 0; i < runs.size(); i++) {
          said[i] = follow(writers.get(i).inputReader(), said[i] + EACH) + 1;
        }
      } finally {
        for (var writer : writers) {
          writer.destroyForcibly().waitFor();
        }
      }
    }
    for (var i = 0; i < runs.size(); i++) {
      var cpu = history.vitals(runs.get(i)).series().get(Vital.CPU);
      for (var t = 0; t < said[i]; t++) {
        assertThat(cpu.at(t)).contains(new Sample(t, t));
      }
    }
    var sound =
        new Database(state.resolve("history.db"))
            .read(handle -> handle.createQuery("pragma integrity_check").mapTo(String.class).one());
    assertThat(sound).isEqualTo("ok");
  }

  private static int follow(BufferedReader from, int until) throws IOException {
    var last = -1;
    while (last < until) {
      var line = from.readLine();
      assertThat(line).as("the writer ended by itself").isNotNull();
      if (line.startsWith(KilledWriter.SAID)) {
        last = Integer.parseInt(line.substring(KilledWriter.SAID.length()));
      }
    }
    return last;
  }

  private Process start(RunId run, int from) throws IOException {
    return new ProcessBuilder(OtherJava.command(KilledWriter.class, state, run.number(), from))
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
