// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.stack;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import trilobite.runner.memory.GuestRam;
import trilobite.runner.memory.PageMap;
import trilobite.runner.threads.ThreadContext;

/// Chooses the memory that a core needs: the threads' stacks first, then whatever else the guest
/// has touched, until a bound.
final class CoreSegments {

  private static final int PAGE = 4096;
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_SEGMENTS = 8_000;
  private static final long MOST_STACK = 1 << 20;

  private final GuestRam ram;
  private final List<Segment> chosen = new ArrayList<>();
  private long bytes;

  private CoreSegments(GuestRam ram) {
    this.ram = ram;
  }

  static List<Segment> of(GuestRam ram, PageMap map, List<ThreadContext> threads)
      throws IOException {
    var segments = new CoreSegments(ram);
    for (var stretch : map.stretches()) {
      if (threads.stream().anyMatch(thread -> stack(thread, stretch))) {
        segments.add(stretch);
      }
    }
    for (var stretch : map.stretches()) {
      if (threads.stream().noneMatch(thread -> stack(thread, stretch))) {
        segments.add(stretch);
      }
    }
    return List.copyOf(segments.chosen);
  }

  private static boolean stack(ThreadContext thread, PageMap.Stretch stretch) {
    // Where the kernel does not say how large a stack is, what lies around its pointer counts.
    long pointer = thread.registers().getOrDefault("rsp", 0L);
    if (pointer != 0 && Long.compareUnsigned(pointer - stretch.virtual(), stretch.length()) < 0) {
      return true;
    }
    long length = Math.clamp(thread.top() - thread.lowest(), 0, MOST_STACK);
    return Long.compareUnsigned(thread.lowest(), stretch.virtual() + stretch.length()) < 0
        && Long.compareUnsigned(stretch.virtual(), thread.lowest() + length) < 0;
  }

  private void add(PageMap.Stretch stretch) throws IOException {
    for (long at = 0; at < stretch.length() && room(); at += PAGE) {
      long physical = stretch.physical() + at;
      if (ram.holds(physical, PAGE) && ram.touched(physical)) {
        add(new Segment(stretch.virtual() + at, physical, PAGE));
      }
    }
  }

  private boolean room() {
    return bytes < MOST_BYTES && chosen.size() < MOST_SEGMENTS;
  }

  private void add(Segment page) {
    bytes += page.length();
    if (!chosen.isEmpty()) {
      var last = chosen.getLast();
      if (last.virtual() + last.length() == page.virtual()
          && last.physical() + last.length() == page.physical()) {
        chosen.set(
            chosen.size() - 1,
            new Segment(last.virtual(), last.physical(), last.length() + page.length()));
        return;
      }
    }
    chosen.add(page);
  }
}
