// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.console;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import trilobite.model.console.LinePattern;
import trilobite.model.console.LineRing;
import trilobite.model.time.HostClock;

/// Lines that do not change, and what is looked for in them. Each question looks a few milliseconds
/// on, so that an expression that takes long holds nobody up. JavaFX thread.
public final class StillLines implements Search.Lines {

  private static final long MOST = TimeUnit.MILLISECONDS.toNanos(4);

  private final LineRing ring;
  private Optional<SearchHits> hits = Optional.empty();

  public StillLines(LineRing ring) {
    this.ring = ring;
  }

  @Override
  public void find(Optional<LinePattern> pattern) {
    hits = pattern.map(wanted -> new SearchHits(ring, wanted));
  }

  @Override
  public Optional<SearchHits> hits() {
    hits.ifPresent(StillLines::look);
    return hits;
  }

  private static void look(SearchHits at) {
    long late = HostClock.nanos() + MOST;
    while (at.step() && HostClock.nanos() < late) {
      // One step more.
    }
  }
}
