// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.runner.memory.ShiftingMemory;
import trilobite.runner.profile.Container.Walking;
import trilobite.runner.value.PathException;
import trilobite.runner.walk.Snapshot;

/// Any memory as a kernel's threads, in a list or in a table of 2^31, standing still or changed by
/// the guest while it is read: the reading ends in time, with rows that are bounded or with a
/// reason. It is read twice, since the second goes by what the first has kept.
public final class ThreadsFuzz {

  private static final int HEADER = 4;
  private static final int MOST = 100_000;
  private static final int MOST_NAME = 256;
  private static final long HUGE = 1L << 31;
  private static final String THREAD = "struct thread";
  private static final List<ThreadPlan> PLANS =
      plans(
          new Walking.Linked(THREAD, "", "next"),
          new Walking.Array(THREAD, HUGE, true),
          new Walking.Array(THREAD, HUGE, false));

  private ThreadsFuzz() {}

  private static List<ThreadPlan> plans(Walking... walkings) {
    var plans = new ArrayList<ThreadPlan>();
    for (var walking : walkings) {
      try {
        plans.add(TinyKernel.plan(walking));
      } catch (PathException e) {
        throw new IllegalStateException(e);
      }
    }
    return List.copyOf(plans);
  }

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < HEADER + Long.BYTES) {
      return;
    }
    var memory = new ShiftingMemory(data, HEADER, data[1] & 0xff);
    var now = new long[1];
    var plan = PLANS.get((data[0] & 0xff) % PLANS.size());
    var source = new Snapshot.Source(memory, () -> now[0] += 10_000_000);
    var table = new ThreadTable(plan, source, () -> data[2] % 2 != 0);
    for (int i = 0; i < 2; i++) {
      try {
        var listing = table.read();
        assertThat(listing.rows()).hasSizeLessThanOrEqualTo(MOST);
        for (var row : listing.rows()) {
          assertThat(row.name()).hasSizeLessThanOrEqualTo(MOST_NAME);
          assertThat(row.stackPeak().orElse(0)).isNotNegative();
        }
      } catch (IOException e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    }
  }
}
