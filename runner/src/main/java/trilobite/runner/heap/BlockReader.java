// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.heap;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;
import trilobite.runner.heap.BlockPlan.Range;
import trilobite.runner.profile.BlockLayout.Sign;
import trilobite.runner.value.NumberAt;
import trilobite.runner.walk.Snapshot;
import trilobite.runner.walk.TornException;

/// Goes from block to block while the guest goes on allocating. What was found counts only if the
/// allocator's own figures were the same before and after, since each allocation changes them.
///
/// @param figures address of the allocator's figures
/// @param size bytes of them
public record BlockReader(BlockPlan plan, Snapshot.Source source, long figures, int size) {

  private static final int TRIES = 24;
  private static final int MOST_BLOCKS = 2_000_000;
  private static final int CHECK_EVERY = 1_024;
  private static final long MOST_NANOS = 400_000_000;

  /// @throws TornException where the guest never stopped allocating for long enough
  /// @throws IOException where the heap cannot be read
  public Blocks read() throws IOException {
    var deadline = source.nanos().getAsLong() + MOST_NANOS;
    var before = source.memory().read(figures, size);
    for (int tries = 1; ; tries++) {
      var walk = new OneWalk(deadline);
      walk.all();
      var after = source.memory().read(figures, size);
      if (after.equals(before)) {
        return new Blocks(Collections.unmodifiableSortedMap(walk.live), walk.cut);
      }
      if (tries == TRIES || source.nanos().getAsLong() - deadline > 0) {
        throw new TornException("the heap's blocks", tries);
      }
      before = after;
    }
  }

  /// One way through all ranges.
  private final class OneWalk {
    private final long deadline;
    private final TreeMap<Long, Long> live = new TreeMap<>();
    private Optional<String> cut = Optional.empty();
    private int count;

    OneWalk(long deadline) {
      this.deadline = deadline;
    }

    void all() throws IOException {
      for (var range : plan.ranges(source)) {
        one(range);
      }
    }

    private void one(Range range) throws IOException {
      for (var at = range.begin(); cut.isEmpty() && at < range.end(); ) {
        var header = source.memory().read(at, (int) Math.min(plan.header(), range.end() - at));
        var bytes = number(plan.size(), at, header) & ~plan.layout().flags();
        var used = is(plan.live(), plan.layout().live(), at, header);
        if (used && bytes == plan.layout().last() && at + bytes == range.end()) {
          return;
        }
        if (bytes <= 0
            || bytes > range.end() - at
            || !(used || is(plan.free(), plan.layout().free(), at, header))) {
          cut =
              Optional.of(
                  "the block at 0x%x is damaged; what lies behind it is not seen".formatted(at));
          return;
        }
        if (used) {
          live.merge(bytes, 1L, Long::sum);
        }
        at += bytes;
        if (++count == MOST_BLOCKS) {
          cut = Optional.of("stopped after " + count + " blocks");
        } else if (count % CHECK_EVERY == 0 && source.nanos().getAsLong() - deadline > 0) {
          cut = Optional.of("stopped after %d blocks: time was up".formatted(count));
        }
      }
    }

    private boolean is(NumberAt number, Sign sign, long at, ByteBuffer header) throws IOException {
      return (number(number, at, header) & sign.bits()) == sign.value();
    }

    private long number(NumberAt number, long at, ByteBuffer header) throws IOException {
      return number.read(source.memory(), at, header);
    }
  }
}
