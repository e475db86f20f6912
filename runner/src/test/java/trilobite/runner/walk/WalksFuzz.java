// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import trilobite.runner.memory.ShiftingMemory;

/// Any memory as any container, standing still or changed by the guest while it is walked: the walk
/// ends within its bounds, with elements that are no more than allowed or with a reason.
public final class WalksFuzz {

  private static final int HEADER = 4;
  private static final int MOST = 500;
  private static final int SLOWEST = 40;
  private static final long HUGE = 1L << 31;
  private static final Walk.Bounds BOUNDS = new Walk.Bounds(MOST, 50_000_000);

  private static final Shape CHAIN = new Chain(0, 8);
  private static final Shape ROW = new Row(24, HUGE, true);
  private static final List<Shape> SHAPES =
      List.of(
          CHAIN,
          new Ring(8, 0, 8),
          new Ring(0, 0, -1),
          new NodeChain(0, 8, 0),
          ROW,
          new Row(8, HUGE, false),
          new Vector(0, 8, 4, 16, false),
          new Vector(0, 8, 8, 8, true, 1),
          new Vector(0, 8, 0, 24, true),
          new BinaryTree(0, 16, 8, 16, 3),
          new BTree(0, 8, 16, 24, 8, 64, 11),
          new Buckets(0, 8, HUGE, CHAIN),
          new PerCpu(64, Integer.MAX_VALUE, CHAIN),
          new Nested(ROW, List.of(8L, 16L), CHAIN),
          new Nested(CHAIN, List.of(16L), new Buckets(0, 16, 1 << 16, new Ring(8, 0, 8))),
          new Through(new Row(8, HUGE, true), List.of(0L, 8L)),
          new Joined(List.of(new Joined.Part(0, ROW), new Joined.Part(16, CHAIN))));

  private WalksFuzz() {}

  public static void fuzzerTestOneInput(byte[] data) {
    if (data.length < HEADER + Long.BYTES) {
      return;
    }
    var shape = SHAPES.get((data[0] & 0xff) % SHAPES.size());
    var memory = new ShiftingMemory(data, HEADER, data[1] & 0xff);
    var now = new long[1];
    var source = new Snapshot.Source(memory, () -> now[0] += 1_000_000);
    try {
      var seen = Snapshot.of("it", shape, data[2], BOUNDS, source);
      assertThat(seen.elements()).hasSizeLessThanOrEqualTo(MOST);
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
    // Each walk may take its steps, and a few readings for each.
    assertThat(memory.reads()).isLessThan(SLOWEST * MOST * 64L * 4);
  }
}
