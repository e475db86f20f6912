// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.panel.packets;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import trilobite.model.guest.PacketRow;

/// Rows near those in sight, by page. What is not there is asked for, one page at a time and the
/// newest wish first: whoever scrolls past a page does not wait for it. JavaFX thread only.
final class RowCache {

  static final int PAGE = 100;
  private static final int MOST_PAGES = 60;

  private final LongConsumer load;
  private final Map<Long, List<PacketRow>> pages =
      new LinkedHashMap<>(MOST_PAGES, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, List<PacketRow>> eldest) {
          return size() > MOST_PAGES;
        }
      };
  private final Set<Long> stale = new HashSet<>();
  private long wanted = -1;
  private long last;
  private boolean loading;
  private boolean ahead;

  /// @param load begins to read that page and calls [#put] or [#failed]
  RowCache(LongConsumer load) {
    this.load = load;
  }

  Optional<PacketRow> row(long index) {
    long page = index / PAGE;
    var rows = pages.get(page);
    int at = (int) (index % PAGE);
    if (rows == null || at >= rows.size() || stale.contains(page)) {
      want(page);
    }
    return rows == null || at >= rows.size() ? Optional.empty() : Optional.of(rows.get(at));
  }

  private void want(long page) {
    wanted = page;
    if (!loading) {
      loading = true;
      load.accept(page);
    }
  }

  void put(long page, List<PacketRow> rows) {
    pages.put(page, rows);
    stale.remove(page);
    next(page);
  }

  /// The page could not be read.
  void failed(long page) {
    next(page);
  }

  private void next(long done) {
    loading = false;
    long more = wanted == done ? -1 : wanted;
    wanted = -1;
    if (more >= 0 && (!pages.containsKey(more) || stale.contains(more))) {
      ahead = false;
      want(more);
    } else {
      goAhead(done);
    }
  }

  /// Whoever scrolls will want the page behind this one next; one page ahead, and no further.
  private void goAhead(long done) {
    long neighbour = done >= last ? done + 1 : done - 1;
    boolean more = !ahead && neighbour >= 0 && !pages.containsKey(neighbour);
    ahead = more;
    last = done;
    if (more && pages.containsKey(done)) {
      want(neighbour);
      wanted = -1;
    }
  }

  /// Rows from an index on may say something else by now: they are read again when they are asked
  /// for, and shown as they were until then.
  void refresh(long from) {
    pages.keySet().stream().filter(page -> page >= from / PAGE).forEach(stale::add);
  }

  /// All rows have other places.
  void clear() {
    pages.clear();
    stale.clear();
  }
}
