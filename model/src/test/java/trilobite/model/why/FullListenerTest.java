// SPDX-License-Identifier: Apache-2.0
package trilobite.model.why;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import trilobite.model.guest.ListenerRow;
import trilobite.model.guest.ThreadRow;

class FullListenerTest {

  private static ListenerRow listener(long backlog, long thread) {
    return new ListenerRow(
        "tcp",
        "*:80",
        80,
        thread == 0 ? Optional.empty() : Optional.of("main"),
        thread == 0 ? OptionalLong.empty() : OptionalLong.of(thread),
        OptionalLong.of(backlog),
        OptionalLong.of(16),
        OptionalLong.of(backlog),
        OptionalLong.of(64),
        OptionalLong.of(0),
        OptionalLong.of(0),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        backlog < 16 ? ListenerRow.OPEN : ListenerRow.FULL,
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        0x1000);
  }

  private static ThreadRow thread(long id, String name, String waitsFor, long holder) {
    return new ThreadRow(
        id,
        name,
        waitsFor.isEmpty() ? "running" : "blocked",
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalDouble.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        waitsFor.isEmpty() ? Optional.empty() : Optional.of(waitsFor),
        OptionalLong.empty(),
        holder == 0 ? Optional.empty() : Optional.of("t" + holder),
        holder == 0 ? OptionalLong.empty() : OptionalLong.of(holder),
        OptionalLong.empty(),
        Optional.empty(),
        id);
  }

  @Test
  void leadsThroughTheAcceptingThreadToTheLocksHolder() {
    var chain =
        FullListener.explain(
            listener(16, 1),
            List.of(
                thread(1, "main", "mutex pool.lock", 4),
                thread(3, "worker-0", "mutex pool.lock", 4),
                thread(4, "worker-1", "device virtio-blk0", 0)));
    assertThat(chain.text())
        .isEqualTo(
            "Why :80 is full: :80 backlog 16 / 16 → main waits for mutex pool.lock, as does"
                + " worker-0 → worker-1 holds it, waits for device virtio-blk0. Nobody holds device"
                + " virtio-blk0: worker-1 waits until it is signalled.");
    assertThat(chain.deadlock()).isFalse();
    assertThat(chain.steps().getLast().thread()).hasValue(4);
  }

  @Test
  void aSemaphoreHasNoHolderButABusyLockIsLikely() {
    var chain =
        FullListener.explain(
            listener(16, 1),
            List.of(
                thread(1, "main", "semaphore jobs.slots", 0),
                thread(2, "w0", "mutex pages.lock", 5),
                thread(3, "w1", "mutex pages.lock", 5),
                thread(5, "w3", "", 0)));
    var last = chain.steps().getLast();
    assertThat(last.kind()).isEqualTo(Chain.Kind.LIKELY);
    assertThat(last.text()).isEqualTo("w0, w1 wait for mutex pages.lock, held by t5");
    assertThat(last.thread()).hasValue(5);
  }

  @Test
  void aCycleIsADeadlock() {
    var chain =
        FullListener.explain(
            listener(16, 1),
            List.of(
                thread(1, "main", "mutex a", 2),
                thread(2, "b", "mutex b", 3),
                thread(3, "c", "mutex c", 2)));
    assertThat(chain.deadlock()).isTrue();
    assertThat(chain.end()).startsWith("b waits for itself");
    assertThat(chain.steps()).hasSize(4);
  }

  @Test
  void longChainsAreCutAndSaySo() {
    var threads = new ArrayList<ThreadRow>();
    for (int i = 1; i < 1_000; i++) {
      threads.add(thread(i, "t" + i, "mutex m", i + 1));
    }
    var chain = FullListener.explain(listener(16, 1), threads);
    assertThat(chain.steps().size()).isLessThanOrEqualTo(16);
    assertThat(chain.end()).contains("stopped after");
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(FullListener.explain(listener(3, 1), List.of()).end()).startsWith("It is not full");
    assertThat(FullListener.explain(listener(16, 0), List.of()).end()).contains("is not known");
    assertThat(FullListener.explain(listener(16, 9), List.of()).end()).contains("has ended");
    assertThat(FullListener.explain(listener(16, 1), List.of(thread(1, "main", "", 0))).end())
        .isEqualTo("main is running: nothing holds it up.");
  }
}
