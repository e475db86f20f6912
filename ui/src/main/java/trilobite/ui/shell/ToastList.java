// SPDX-License-Identifier: Apache-2.0
package trilobite.ui.shell;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import trilobite.ui.panel.Toast;

/// Messages: the fresh ones are shown, all are kept under the bell up to a limit. Pure; times are
/// ms on any one clock.
final class ToastList {

  static final long STAY_MILLIS = 8_000;
  static final int MOST_SHOWN = 4;
  static final int MOST_KEPT = 100;

  private final Deque<Entry> kept = new ArrayDeque<>();
  private int unread;
  private long version;

  /// A message and when it came.
  ///
  /// @param gone true once it was closed or its time was over
  record Entry(Toast toast, long at, boolean gone) {}

  void add(Toast toast, long now) {
    kept.addFirst(new Entry(toast, now, false));
    if (kept.size() > MOST_KEPT) {
      kept.removeLast();
    }
    unread++;
    version++;
  }

  /// Messages to show at `now`, oldest first. Time does not pass for them while `held`.
  List<Entry> shown(long now, boolean held) {
    if (!held) {
      expire(now);
    }
    var fresh = kept.stream().filter(entry -> !entry.gone()).limit(MOST_SHOWN).toList();
    return fresh.reversed();
  }

  /// The newest message in sight that offers something to do about it.
  Optional<Entry> offer() {
    return kept.stream()
        .filter(entry -> !entry.gone())
        .limit(MOST_SHOWN)
        .filter(entry -> !entry.toast().actions().isEmpty())
        .findFirst();
  }

  void dismiss(Entry entry) {
    replace(entry);
  }

  /// All that is kept, newest first.
  List<Entry> all() {
    return new ArrayList<>(kept);
  }

  int unread() {
    return unread;
  }

  void read() {
    unread = 0;
    version++;
  }

  /// Grows with every change.
  long version() {
    return version;
  }

  private void expire(long now) {
    for (var entry : List.copyOf(kept)) {
      if (!entry.gone() && now - entry.at() >= STAY_MILLIS) {
        replace(entry);
      }
    }
  }

  private void replace(Entry entry) {
    var all = new ArrayList<>(kept);
    int at = all.indexOf(entry);
    if (at >= 0) {
      all.set(at, new Entry(entry.toast(), entry.at(), true));
      kept.clear();
      kept.addAll(all);
      version++;
    }
  }
}
