// SPDX-License-Identifier: Apache-2.0
package trilobite.runner.capture;

import java.util.ArrayList;
import java.util.List;

/// Where each packet of a file begins. Grows without copying what is there; eight bytes a packet.
final class Offsets {

  private static final int PAGE = 1 << 14;

  private final List<long[]> pages = new ArrayList<>();
  private int count;

  int count() {
    return count;
  }

  void add(long offset) {
    if (count % PAGE == 0) {
      pages.add(new long[PAGE]);
    }
    pages.getLast()[count++ % PAGE] = offset;
  }

  long at(int index) {
    return pages.get(index / PAGE)[index % PAGE];
  }
}
