// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.Views;
import trilobite.ui.testing.FakeSettings;

final class ThreadsModelTest {

  private final ThreadsModel model = new ThreadsModel();

  @Test
  void countsStatesByWhatTheyMean() {
    model.take(SampleThreads.some());
    assertThat(ThreadsModel.Pill.ALL.stream().map(model::count)).containsExactly(10, 3, 4, 2, 1, 0);
  }

  @Test
  void warnsOfAStackNearItsEnd() {
    model.take(SampleThreads.some());
    assertThat(model.warnings())
        .containsExactly(
            new ThreadsModel.Warning(false, "worker-1 peaked at 58.2 of 64 KiB of stack", 6));
  }

  @Test
  void warnsOfADeadlockFirst() {
    model.take(SampleThreads.deadlocked());
    assertThat(model.warnings().getFirst())
        .isEqualTo(new ThreadsModel.Warning(true, "Deadlock: worker-0 → worker-1 → worker-0", 5));
  }

  @Test
  void saysWhatTheKernelKeepsAndNoMore() {
    var rows = SampleThreads.some();
    assertThat(ThreadsModel.stack(rows.get(4))).isEqualTo("5.1 / 64");
    assertThat(ThreadsModel.stack(rows.get(2))).isEqualTo("– / 64");
    assertThat(ThreadsModel.stack(rows.get(9))).isEqualTo("freed");
    assertThat(ThreadsModel.awaited(rows.get(4)).orElseThrow().kind()).isEqualTo("mutex");
  }

  @Test
  void layersTheColumnsThatTheViewHas() {
    var names = Views.THREADS.table().columns().stream().map(c -> c.name()).toList();
    assertThat(names).containsAll(ThreadColumns.shown());
  }

  @Test
  void aNameKeepsItsColourFromRunToRun() {
    var settings = new FakeSettings();
    var colours = new ThreadColours(settings, "tidepool");
    colours.see(SampleThreads.some());
    assertThat(colours.of("idle")).isEqualTo(1);
    assertThat(colours.of("tcpip_thread")).isEqualTo(2);
    assertThat(colours.of("worker-1")).isEqualTo(6);
    assertThat(colours.of("stats")).isZero();
    var later = new ThreadColours(settings, "tidepool");
    later.see(List.of(SampleThreads.of(20, "new", "ready", new double[] {99, 1, 1, 1}, "", 0, "")));
    assertThat(later.of("tcpip_thread")).isEqualTo(2);
    assertThat(later.of("new")).isZero();
  }
}
